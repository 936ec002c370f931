import { EslabonError } from '@eslabon/core';
import type { Trouble } from '@eslabon/ui';

/** Something that only the portal finds wrong. */
export class TroubleError extends Error {
  override readonly name = 'TroubleError';

  constructor(
    readonly code: 'KEY_NOT_FOR_OFFICERS',
    message: string,
  ) {
    super(message);
  }
}

/** Whatever was thrown, as plain data; what nobody foresaw is INTERNAL. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof TroubleError) return { code: error.code, message: error.message };
  if (error instanceof EslabonError) {
    return { code: error.code, message: [error.message, ...issuesOf(error)].join(' ') };
  }
  return { code: 'INTERNAL', message: error instanceof Error ? error.message : String(error) };
}

/** Which members of what was sent do not fit, and why. */
function issuesOf({ details }: EslabonError): string[] {
  if (!Array.isArray(details.issues)) return [];
  return (details.issues as { path: string; message: string }[]).map(
    ({ path, message }) => `${path}: ${message}.`,
  );
}
