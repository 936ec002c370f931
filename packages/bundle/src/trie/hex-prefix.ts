import { EslabonError } from '@eslabon/core';
import { nibbleAt } from './nibbles.js';

const oddFlag = 1;
const leafFlag = 2;

/** Encodes the nibbles `from`..`to` of a key as the path of a leaf or extension (Yellow Paper, appendix C). */
export function encodeHexPrefix(key: Uint8Array, from: number, to: number, isLeaf: boolean): Uint8Array {
  const count = to - from;
  const odd = count & 1;
  const out = new Uint8Array((count >> 1) + 1);
  const flag = (isLeaf ? leafFlag : 0) + odd;
  out[0] = odd === 1 ? (flag << 4) | nibbleAt(key, from) : flag << 4;
  for (let i = 1, at = from + odd; at < to; i++, at += 2) {
    out[i] = (nibbleAt(key, at) << 4) | nibbleAt(key, at + 1);
  }
  return out;
}

/** A path as read: its nibbles are those of `bytes` from position `start` on. */
export interface HexPrefix {
  isLeaf: boolean;
  bytes: Uint8Array;
  start: number;
  count: number;
}

/**
 * Reads the path of a leaf or extension.
 * @throws EslabonError PROOF_MALFORMED for unknown flags, padding that is not zero, or an extension without a path.
 */
export function decodeHexPrefix(bytes: Uint8Array): HexPrefix {
  const first = bytes[0] ?? 0xff;
  const flag = first >> 4;
  const isOdd = (flag & oddFlag) !== 0;
  const isLeaf = (flag & leafFlag) !== 0;
  const start = isOdd ? 1 : 2;
  const count = bytes.length * 2 - start;
  if (flag > 3 || (!isOdd && (first & 15) !== 0) || (!isLeaf && count === 0)) {
    throw new EslabonError('PROOF_MALFORMED', `A trie node's path begins with 0x${first.toString(16)}.`);
  }
  return { isLeaf, bytes, start, count };
}
