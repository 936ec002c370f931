import { EslabonError } from '@eslabon/core';
import { gzipSync } from 'fflate';
import { base64urlDecode } from '../encoding/base64url-decode.js';
import { base64urlEncode } from '../encoding/base64url-encode.js';
import { inflateWithin } from './inflate-within.js';

/** Fewest entries of a list, so that one entry hides among the others (Bitstring Status List §3.2). */
export const minBitstringEntries = 131_072;

/** Bytes that a list may inflate to unless told: 33 million entries. */
export const defaultMaxListBytes = 4 << 20;

/**
 * The `encodedList` of a Bitstring Status List v1.0: multibase base64url of the gzipped bitstring (§3.1.3, §4.3). The
 * same bits always give the same text.
 */
export function encodeBitstring(bits: Uint8Array): string {
  return `u${base64urlEncode(gzipSync(bits, { level: 9, mtime: 0 }))}`;
}

/**
 * Reads an `encodedList`.
 * @param maxBytes most bytes that it may inflate to.
 * @throws EslabonError STATUS_LIST_MALFORMED, also when there are fewer than 131,072 entries; STATUS_LIST_TOO_LARGE
 */
export function decodeBitstring(encodedList: string, maxBytes: number = defaultMaxListBytes): Uint8Array {
  if (!encodedList.startsWith('u')) {
    throw new EslabonError('STATUS_LIST_MALFORMED', 'The encoded list is not in multibase base64url (“u…”).');
  }
  const bits = inflateWithin(decode(encodedList.slice(1)), 'gzip', maxBytes);
  if (bits.length * 8 < minBitstringEntries) {
    throw new EslabonError(
      'STATUS_LIST_MALFORMED',
      `The status list has ${bits.length * 8} entries, fewer than ${minBitstringEntries}.`,
    );
  }
  return bits;
}

function decode(text: string): Uint8Array {
  try {
    return base64urlDecode(text);
  } catch (cause) {
    throw new EslabonError('STATUS_LIST_MALFORMED', 'The encoded list is not base64url.', { cause });
  }
}

/**
 * The entry with an index: index 0 is the most significant bit of the first byte (§3.2).
 * @param size bits of an entry.
 * @throws EslabonError STATUS_LIST_RANGE when the list has no such entry.
 */
export function bitstringEntry(bits: Uint8Array, index: number, size = 1): number {
  const first = index * size;
  if (!Number.isSafeInteger(index) || index < 0 || first + size > bits.length * 8) {
    throw new EslabonError('STATUS_LIST_RANGE', `The status list has no entry ${index}.`);
  }
  let value = 0;
  for (let bit = first; bit < first + size; bit++) {
    value = value * 2 + (((bits[bit >> 3] as number) >> (7 - (bit & 7))) & 1);
  }
  return value;
}
