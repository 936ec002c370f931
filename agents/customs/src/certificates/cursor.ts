import { EslabonError } from '@eslabon/core';

/** Cursors are opaque to callers; inside stands the sequence number of the last entry of the page. */
export function formatCursor(sequence: number): string {
  return Buffer.from(`s${sequence}`).toString('base64url');
}

/** @throws EslabonError CURSOR_INVALID when it was not made by formatCursor. */
export function parseCursor(cursor: string): number {
  const digits = /^s(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  // Decoding skips over foreign characters, so what was decoded has to lead back to the same text.
  if (digits === undefined || formatCursor(Number(digits)) !== cursor) {
    throw new EslabonError('CURSOR_INVALID', `“${cursor.slice(0, 60)}” is not a cursor of this agent.`, {
      hints: ['Use `next` of the page before as it is, or leave the cursor out to start again.'],
    });
  }
  return Number(digits);
}
