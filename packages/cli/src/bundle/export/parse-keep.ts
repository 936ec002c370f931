import { EslabonError } from '@eslabon/core';

/** @throws EslabonError INPUT_INVALID unless it is a number from 1 to 100. */
export function parseKeep(text: string): number {
  const keep = Number(text);
  if (/^\d{1,3}$/.test(text) && keep >= 1 && keep <= 100) return keep;
  throw new EslabonError('INPUT_INVALID', `“${text}” is not a number of bundles to keep.`, {
    hints: ['It may be from 1 to 100.'],
  });
}
