import { encode } from 'cborg';

/** The bytes that a COSE_Sign1 signs: context, protected header, no external data, payload (RFC 9052 §4.4). */
export function sigStructure(protectedHeader: Uint8Array, payload: Uint8Array): Uint8Array {
  return encode(['Signature1', protectedHeader, new Uint8Array(), payload]);
}
