/** Bytes of hexadecimal with `0x` or without; the digits must have been checked. */
export function bytesFromHex(text: string): Uint8Array {
  const digits = text.replace(/^0x/, '');
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16),
  );
}

/** Lower-case hexadecimal without `0x`. */
export function hexFromBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
