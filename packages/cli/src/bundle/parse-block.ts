import { EslabonError } from '@eslabon/core';

/**
 * Reads a block number.
 * @throws EslabonError INPUT_INVALID.
 */
export function parseBlock(text: string): number {
  const block = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(block)) return block;
  throw new EslabonError('INPUT_INVALID', `“${text}” is not a block number.`, {
    hints: ['A block number is a whole number, such as 1042.'],
  });
}
