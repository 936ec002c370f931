import { EslabonError } from '@eslabon/core';
import { encodeCbor } from '../codec/cbor.js';
import type { KeySetKey } from './key-set.js';
import { keySetCodec } from './key-set.js';

/**
 * An authority's key history as the bytes whose keccak-256 AuthorityRegistry stores: a deterministic CBOR array of
 * [fragment, multikey, validFrom, validUntil, compromisedAt]. Keys may come in any order.
 * @throws EslabonError KEY_SET_MALFORMED for a repeated key or a value out of range.
 */
export function encodeKeySet(keys: readonly KeySetKey[]): Uint8Array {
  try {
    return encodeCbor(keySetCodec.write([...keys], 'keySet'));
  } catch (cause) {
    throw new EslabonError('KEY_SET_MALFORMED', 'These keys do not make a key set.', { cause });
  }
}
