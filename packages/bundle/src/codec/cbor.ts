import { decode, encode, rfc8949EncodeOptions } from 'cborg';
import { compareBytes } from '../bytes/compare-bytes.js';

/** Deterministic CBOR (RFC 8949 §4.2.1): shortest forms, keys in bytewise order. */
export function encodeCbor(value: unknown): Uint8Array {
  return encode(value, rfc8949EncodeOptions);
}

/**
 * Decodes CBOR that {@link encodeCbor} could have written, and no other: no tags, indefinite lengths, repeated or
 * unordered keys, floats for whole numbers, numbers past 2^53. Throws a plain Error otherwise; the caller knows what it
 * was reading.
 */
export function decodeCbor(data: Uint8Array): unknown {
  const value: unknown = decode(data, {
    strict: true,
    allowIndefinite: false,
    allowUndefined: false,
    allowInfinity: false,
    allowNaN: false,
    allowBigInt: false,
    rejectDuplicateMapKeys: true,
  });
  if (compareBytes(data, encodeCbor(value)) !== 0)
    throw new Error('The CBOR is not in its deterministic form.');
  return value;
}
