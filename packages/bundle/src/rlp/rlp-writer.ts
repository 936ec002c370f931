/** First byte of an empty string and of an empty list; lengths are added to it. */
const stringBase = 0x80;
export const listBase = 0xc0;

/** Number of bytes that a length needs, big-endian without leading zeros. */
function lengthBytes(length: number): number {
  let bytes = 1;
  for (let rest = Math.floor(length / 256); rest > 0; rest = Math.floor(rest / 256)) bytes++;
  return bytes;
}

/** Bytes of the prefix in front of a payload of `length` bytes. */
export function prefixSize(length: number): number {
  return length < 56 ? 1 : 1 + lengthBytes(length);
}

/** Writes the prefix of a string or list and returns the position after it. */
export function writePrefix(out: Uint8Array, at: number, base: number, length: number): number {
  if (length < 56) {
    out[at] = base + length;
    return at + 1;
  }
  const bytes = lengthBytes(length);
  out[at] = base + 55 + bytes;
  for (let i = bytes, rest = length; i > 0; i--, rest = Math.floor(rest / 256)) out[at + i] = rest % 256;
  return at + 1 + bytes;
}

/** A single byte below 0x80 is its own encoding. */
function isBare(bytes: Uint8Array): boolean {
  return bytes.length === 1 && (bytes[0] as number) < stringBase;
}

/** Size of a byte string once encoded. */
export function stringSize(bytes: Uint8Array): number {
  return isBare(bytes) ? 1 : prefixSize(bytes.length) + bytes.length;
}

/** Writes a byte string and returns the position after it. */
export function writeString(out: Uint8Array, at: number, bytes: Uint8Array): number {
  const start = isBare(bytes) ? at : writePrefix(out, at, stringBase, bytes.length);
  out.set(bytes, start);
  return start + bytes.length;
}
