import { EslabonError } from '@eslabon/core';

/**
 * Reads the number of entries of a page.
 * @throws EslabonError INPUT_INVALID.
 */
export function parseLimit(text: string): number {
  const limit = Number(text);
  if (/^\d+$/.test(text) && limit >= 1 && limit <= 200) return limit;
  throw new EslabonError('INPUT_INVALID', `“${text}” is not a number of entries from 1 to 200.`);
}
