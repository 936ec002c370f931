import { shown as shownAsIs } from '@eslabon/core';

const most = 60;

/** A value for a message: in quotes, on one line, and never more than 60 characters of what a stranger sent. */
export function shown(value: unknown): string {
  const line = shownAsIs(value, most + 1).replace(/\s+/g, ' ');
  return line.length > most ? `“${line.slice(0, most)}…”` : `“${line}”`;
}
