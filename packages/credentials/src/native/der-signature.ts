/**
 * An ECDSA signature in the form that OpenSSL works on: `SEQUENCE { r INTEGER, s INTEGER }` in DER (RFC 3279 §2.2.3).
 * node:crypto converts it as well, where it is given options beside the key: reading those costs half a verification.
 * @param signature both halves in full length, as in a JWS (RFC 7518 §3.4)
 */
export function derSignature(signature: Uint8Array): Uint8Array {
  const half = signature.length / 2;
  const integers = [...integer(signature.subarray(0, half)), ...integer(signature.subarray(half))];
  return Uint8Array.from([0x30, ...lengthOf(integers), ...integers]);
}

function integer(half: Uint8Array): number[] {
  const first = half.findIndex((byte) => byte !== 0);
  const bytes = first === -1 ? [0] : [...half.subarray(first)];
  // DER integers have a sign.
  if ((bytes[0] as number) > 0x7f) bytes.unshift(0);
  return [0x02, bytes.length, ...bytes];
}

function lengthOf({ length }: readonly number[]): number[] {
  return length < 0x80 ? [length] : [0x81, length];
}
