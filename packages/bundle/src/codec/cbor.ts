import { decode, encode, rfc8949EncodeOptions } from 'cborg';
import { compareBytes } from '../bytes/compare-bytes.js';

/** Deterministic CBOR (RFC 8949 §4.2.1): shortest forms, keys in bytewise order. */
export function encodeCbor(value: unknown): Uint8Array {
  return encode(value, rfc8949EncodeOptions);
}

/**
 * Decodes CBOR without tags, indefinite lengths, repeated keys or numbers past 2^53, but maybe not in its deterministic
 * form: for whoever compares what it reads with what would be written. Throws a plain Error.
 */
export function readCbor(data: Uint8Array): unknown {
  return decode(data, {
    strict: true,
    allowIndefinite: false,
    allowUndefined: false,
    allowInfinity: false,
    allowNaN: false,
    allowBigInt: false,
    rejectDuplicateMapKeys: true,
  });
}

/**
 * Decodes CBOR that {@link encodeCbor} could have written, and no other. Throws a plain Error; the caller knows what it
 * was reading.
 */
export function decodeCbor(data: Uint8Array): unknown {
  const value = readCbor(data);
  if (compareBytes(data, encodeCbor(value)) !== 0)
    throw new Error('The CBOR is not in its deterministic form.');
  return value;
}
