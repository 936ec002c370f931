import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { statusMask, statusWord } from './status-bit.js';

/** The words written one after another, each as 32 bytes, most significant first. */
function bytesOfWords(words: ReadonlyMap<number, bigint>, count: number): Uint8Array {
  const bytes = new Uint8Array(count * 32);
  for (const [word, value] of words) {
    for (let i = 0; i < 32; i++) bytes[word * 32 + i] = Number((value >> BigInt(8 * (31 - i))) & 0xffn);
  }
  return bytes;
}

/** W3C Bitstring Status List: index 0 is the left-most bit of the first byte. */
function bitstring(indexes: readonly number[], count: number): Uint8Array {
  const bytes = new Uint8Array(count * 32);
  for (const index of indexes) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7));
  return bytes;
}

describe('status bits', () => {
  it.each([
    [0, 0, 1n << 255n],
    [255, 0, 1n],
    [256, 1, 1n << 255n],
    [1_048_575, 4095, 1n],
  ])('index %d is in word %d', (index, word, mask) => {
    expect(statusWord(index)).toBe(word);
    expect(statusMask(index)).toBe(mask);
  });

  it('make the same bytes as a bitstring status list when words are concatenated', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1023)), (indexes) => {
        const words = new Map<number, bigint>();
        for (const i of indexes) words.set(statusWord(i), (words.get(statusWord(i)) ?? 0n) | statusMask(i));
        expect(bytesOfWords(words, 4)).toEqual(bitstring(indexes, 4));
      }),
    );
  });
});
