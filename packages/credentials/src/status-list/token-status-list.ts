import { EslabonError } from '@eslabon/core';
import { zlibSync } from 'fflate';
import { base64urlDecode } from '../encoding/base64url-decode.js';
import { base64urlEncode } from '../encoding/base64url-encode.js';
import { defaultMaxListBytes } from './bitstring.js';
import { inflateWithin } from './inflate-within.js';

/** Bits that an entry may have (Token Status List §4.1). */
export type TokenStatusBits = 1 | 2 | 4 | 8;

/** Values registered for an entry (Token Status List §7.1). */
export const tokenStatus = { valid: 0, invalid: 1, suspended: 2 } as const;

/** The `status_list` member of a Token Status List. */
export interface TokenStatusList {
  bits: TokenStatusBits;
  /** Entries one after the other, the first in the least significant bits of the first byte. */
  bytes: Uint8Array;
}

/** The `status_list` claim of a list (§4.2). The same entries always give the same text. */
export function encodeTokenStatusList({ bits, bytes }: TokenStatusList): { bits: number; lst: string } {
  return { bits, lst: base64urlEncode(zlibSync(bytes, { level: 9 })) };
}

/**
 * Reads a `status_list` claim.
 * @param maxBytes most bytes that it may inflate to.
 * @throws EslabonError STATUS_LIST_MALFORMED or STATUS_LIST_TOO_LARGE
 */
export function decodeTokenStatusList(
  claim: unknown,
  maxBytes: number = defaultMaxListBytes,
): TokenStatusList {
  const { bits, lst } = typeof claim === 'object' && claim !== null ? (claim as Record<string, unknown>) : {};
  if (bits !== 1 && bits !== 2 && bits !== 4 && bits !== 8) {
    throw new EslabonError('STATUS_LIST_MALFORMED', 'The token status list has no bits of 1, 2, 4 or 8.');
  }
  if (typeof lst !== 'string') {
    throw new EslabonError('STATUS_LIST_MALFORMED', 'The token status list has no lst.');
  }
  return { bits, bytes: inflateWithin(decode(lst), 'zlib', maxBytes) };
}

function decode(text: string): Uint8Array {
  try {
    return base64urlDecode(text);
  } catch (cause) {
    throw new EslabonError('STATUS_LIST_MALFORMED', 'The token status list is not base64url.', { cause });
  }
}

/**
 * The value of the entry with an index.
 * @throws EslabonError STATUS_LIST_RANGE when the list has no such entry.
 */
export function tokenStatusAt({ bits, bytes }: TokenStatusList, index: number): number {
  const perByte = 8 / bits;
  if (!Number.isSafeInteger(index) || index < 0 || index >= bytes.length * perByte) {
    throw new EslabonError('STATUS_LIST_RANGE', `The token status list has no entry ${index}.`);
  }
  const byte = bytes[Math.floor(index / perByte)] as number;
  return (byte >> ((index % perByte) * bits)) & ((1 << bits) - 1);
}
