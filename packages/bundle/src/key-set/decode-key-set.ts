import { EslabonError } from '@eslabon/core';
import { decodeCbor } from '../codec/cbor.js';
import type { KeySetKey } from './key-set.js';
import { keySetCodec } from './key-set.js';

/**
 * Reads what `encodeKeySet` writes, and only that.
 * @throws EslabonError KEY_SET_MALFORMED, also when a key is of an unsupported type or the form is not the canonical one.
 */
export function decodeKeySet(bytes: Uint8Array): KeySetKey[] {
  try {
    return keySetCodec.read(decodeCbor(bytes), 'keySet');
  } catch (cause) {
    throw new EslabonError('KEY_SET_MALFORMED', `These ${bytes.length} bytes are not a key set.`, { cause });
  }
}
