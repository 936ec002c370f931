import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { statusBits } from './status-bits.js';

const sparse = fc.array(fc.nat(1_048_575), { maxLength: 60 }).map(toWords);
const dense = fc
  .array(fc.tuple(fc.nat(4095), fc.bigInt(1n, 2n ** 256n - 1n)), { maxLength: 6 })
  .map((entries) => new Map(entries));

function toWords(entries: readonly number[]): Map<number, bigint> {
  const words = new Map<number, bigint>();
  for (const entry of entries) {
    words.set(entry >> 8, (words.get(entry >> 8) ?? 0n) | (1n << BigInt(255 - (entry & 255))));
  }
  return words;
}

const write = (words: Map<number, bigint>) => statusBits.write(words, 'bits');

describe('status bits', () => {
  it('come back, whatever their density and the order of the words', () => {
    fc.assert(
      fc.property(fc.oneof(sparse, dense), (words) => {
        const written = write(words);
        expect(statusBits.read(written, 'bits')).toEqual(new Map([...words].sort(([a], [b]) => a - b)));
        expect(write(new Map([...words].reverse()))).toEqual(written);
      }),
      { numRuns: 1000 },
    );
  });

  it('are distances between entries, or words where these are shorter', () => {
    expect(write(toWords([0, 1, 255, 256, 1_048_575]))).toEqual(
      Uint8Array.of(0, 0, 253 - 128 + 0x80, 1, 0, 0xfe, 0xfd, 0x3f),
    );
    const full = (1n << 256n) - 1n;
    expect(write(new Map([[9, full]]))).toEqual([[9], new Uint8Array(32).fill(0xff)]);
    expect(write(new Map())).toEqual(new Uint8Array(0));
    // 32 entries of one word: as long as the word, and then distances are taken.
    expect(write(toWords(Array.from({ length: 32 }, (_, at) => at)))).toEqual(new Uint8Array(32));
    expect(write(toWords(Array.from({ length: 33 }, (_, at) => at)))).toHaveLength(2);
  });

  it('are no longer than 33 bytes a word, whatever an authority sets', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(1n, 2n ** 256n - 1n), { maxLength: 8 }), (bits) => {
        const written = write(new Map(bits.map((word, at) => [at * 3, word])));
        const size = Array.isArray(written)
          ? (written[1] as Uint8Array).length
          : (written as Uint8Array).length;
        expect(size).toBeLessThanOrEqual(32 * bits.length);
      }),
    );
  });

  it.each<[string, unknown]>([
    ['an entry past the last', Uint8Array.of(0x80, 0x80, 0x40)],
    ['an entry past 32 bits', Uint8Array.of(1, 0xff, 0xff, 0xff, 0xff, 0x0f)],
    ['a distance that is cut off', Uint8Array.of(1, 0x80)],
    ['more bytes than words could take', new Uint8Array(32 * 4096 + 1)],
    ['a word of zero', [[0], new Uint8Array(32)]],
    ['a word past the last', [[4096], new Uint8Array(32).fill(1)]],
    ['a fraction as index', [[0.5], new Uint8Array(32).fill(1)]],
    ['fewer words than indexes', [[0, 1], new Uint8Array(32).fill(1)]],
    ['a third member', [[0], new Uint8Array(32).fill(1), 0]],
    ['a number', 7],
  ])('are not read from %s', (_what, raw) => {
    expect(() => statusBits.read(raw, 'bits')).toThrow(expect.objectContaining({ code: 'BUNDLE_MALFORMED' }));
  });
});
