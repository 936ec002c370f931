import { EslabonError } from '@eslabon/core';
import { toWord } from '../bytes/word.js';
import type { RlpItem } from './rlp-item.js';

/** A non-negative number below 2^256 as RLP wants it: big-endian without leading zeros, zero is empty. */
export function rlpScalar(value: bigint): Uint8Array {
  const word = toWord(value);
  let start = 0;
  while (start < 32 && word[start] === 0) start++;
  return word.subarray(start);
}

/**
 * Reads a scalar of at most 32 bytes.
 * @throws EslabonError RLP_MALFORMED for a list, leading zeros or more than 32 bytes.
 */
export function readRlpScalar(item: RlpItem): bigint {
  if (!(item instanceof Uint8Array) || item.length > 32 || item[0] === 0) {
    throw new EslabonError('RLP_MALFORMED', 'This is not an RLP scalar of at most 32 bytes.');
  }
  let value = 0n;
  for (const byte of item) value = (value << 8n) | BigInt(byte);
  return value;
}
