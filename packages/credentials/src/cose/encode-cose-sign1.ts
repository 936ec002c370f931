import { encode, Tagged } from 'cborg';
import { coseSign1Tag } from './decode-cbor.js';

/** The bytes of a tagged COSE_Sign1 (RFC 9052 §4.2) without unprotected parameters. */
export function encodeCoseSign1(
  protectedHeader: Uint8Array,
  payload: Uint8Array,
  signature: Uint8Array,
): Uint8Array {
  return encode(new Tagged(coseSign1Tag, [protectedHeader, new Map(), payload, signature]));
}
