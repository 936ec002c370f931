/** Word that holds a status index: 256 entries a word. */
export function statusWord(index: number): number {
  return index >>> 8;
}

/** Mask of a status index in its word. Index 0 is the most significant bit, as in the W3C Bitstring Status List. */
export function statusMask(index: number): bigint {
  return 1n << BigInt(255 - (index & 255));
}
