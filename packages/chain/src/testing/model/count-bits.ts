/** Bits set in a word: one character after the other. */
export function countBits(word: bigint): number {
  return [...word.toString(2)].filter((digit) => digit === '1').length;
}
