import { statusMask, statusWord } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gzipSync, zlibSync } from 'fflate';
import { base64urlEncode } from '../encoding/base64url-encode.js';
import { bitstringEntry, decodeBitstring, encodeBitstring } from './bitstring.js';
import { bitstringFromWords, tokenListFromWords } from './list-from-words.js';
import {
  decodeTokenStatusList,
  encodeTokenStatusList,
  type TokenStatusBits,
  tokenStatusAt,
} from './token-status-list.js';

const entries = 131_072;

/** Words with these indexes set. */
function wordsOf(indexes: readonly number[]): Map<number, bigint> {
  const words = new Map<number, bigint>();
  for (const index of indexes) {
    words.set(statusWord(index), (words.get(statusWord(index)) ?? 0n) | statusMask(index));
  }
  return words;
}

const indexes = fc.uniqueArray(fc.integer({ min: 0, max: entries - 1 }), { maxLength: 60 });
const codeOf = (act: () => unknown): unknown => {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code ?? error;
  }
};

describe('status lists of the chain’s words', () => {
  it('say of every entry what the chain says, in both formats; revocation wins', () => {
    fc.assert(
      fc.property(indexes, indexes, (revoked, suspended) => {
        const bits = decodeBitstring(encodeBitstring(bitstringFromWords(wordsOf(revoked), entries)));
        const words = [wordsOf(revoked), wordsOf(suspended)] as const;
        const list = decodeTokenStatusList(encodeTokenStatusList(tokenListFromWords(...words, entries)));
        for (const index of [...revoked, ...suspended, 0, 1, entries - 1]) {
          const expected = revoked.includes(index) ? 1 : suspended.includes(index) ? 2 : 0;
          expect(bitstringEntry(bits, index)).toBe(expected === 1 ? 1 : 0);
          expect(tokenStatusAt(list, index)).toBe(expected);
        }
        expect(bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)).toBe(
          revoked.length,
        );
      }),
      { numRuns: 20 },
    );
  });

  it('are the same text for the same words, whenever they are made', () => {
    const bits = bitstringFromWords(wordsOf([3, 77_000]), entries);
    expect(encodeBitstring(bits)).toBe(encodeBitstring(bits.slice()));
  });

  it('have index 0 in the most significant bit of a bitstring and in the least of a token status list', () => {
    expect(bitstringFromWords(wordsOf([0]), entries)[0]).toBe(0b1000_0000);
    expect(tokenListFromWords(wordsOf([0]), wordsOf([1]), entries).bytes[0]).toBe(0b0000_1001);
  });
});

describe('token status lists', () => {
  it.each<[TokenStatusBits]>([[1], [2], [4], [8]])('of %d bits give every entry', (bits) => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2 ** bits - 1 }), { minLength: 8, maxLength: 64 }),
        (values) => {
          const bytes = new Uint8Array(Math.ceil((values.length * bits) / 8));
          for (const [at, value] of values.entries()) {
            const bit = at * bits;
            bytes[bit >> 3] = (bytes[bit >> 3] as number) | (value << (bit & 7));
          }
          const list = decodeTokenStatusList(encodeTokenStatusList({ bits, bytes }));
          expect(values.map((_, at) => tokenStatusAt(list, at))).toEqual(values);
        },
      ),
    );
  });

  it.each<[string, unknown]>([
    ['no object', 'x'],
    ['null', null],
    ['three bits', { bits: 3, lst: 'eNrbuRgAAhcBXQ' }],
    ['bits as text', { bits: '1', lst: 'eNrbuRgAAhcBXQ' }],
    ['no list', { bits: 1 }],
    ['no base64url', { bits: 1, lst: 'eNrbuRgAAhcBXQ==' }],
    ['no zlib data', { bits: 1, lst: 'AAAA' }],
    ['data that end too early', { bits: 1, lst: base64urlEncode(zlibSync(new Uint8Array(500)).slice(0, 8)) }],
    ['an empty list', { bits: 1, lst: '' }],
  ])('are refused: %s', (_what, claim) => {
    expect(codeOf(() => decodeTokenStatusList(claim))).toBe('STATUS_LIST_MALFORMED');
  });

  it('have no entry before the first and after the last', () => {
    const list = { bits: 2 as const, bytes: new Uint8Array(2) };
    expect(tokenStatusAt(list, 7)).toBe(0);
    for (const index of [8, -1, 0.5, Number.NaN]) {
      expect(codeOf(() => tokenStatusAt(list, index))).toBe('STATUS_LIST_RANGE');
    }
  });
});

describe('bitstrings', () => {
  it.each<[string, string]>([
    ['without multibase header', encodeBitstring(new Uint8Array(16_384)).slice(1)],
    ['of another multibase', `z${encodeBitstring(new Uint8Array(16_384)).slice(1)}`],
    ['that are no base64url', 'u*'],
    ['that are no gzip', 'uAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['of fewer than 131,072 entries', encodeBitstring(new Uint8Array(16_383))],
    ['cut', encodeBitstring(new Uint8Array(16_384)).slice(0, 40)],
  ])('are refused %s', (_what, text) => {
    expect(codeOf(() => decodeBitstring(text))).toBe('STATUS_LIST_MALFORMED');
  });

  it('never inflate past the limit, whatever they hold', () => {
    const bomb = `u${base64urlEncode(gzipSync(new Uint8Array(64 << 20), { level: 9 }))}`;
    expect(bomb.length).toBeLessThan(100_000);
    expect(codeOf(() => decodeBitstring(bomb))).toBe('STATUS_LIST_TOO_LARGE');
    expect(codeOf(() => decodeBitstring(encodeBitstring(new Uint8Array(20_000)), 19_999))).toBe(
      'STATUS_LIST_TOO_LARGE',
    );
    expect(decodeBitstring(encodeBitstring(new Uint8Array(20_000)), 20_000)).toHaveLength(20_000);
  });

  it('have entries of several bits, and none past the end', () => {
    const bits = new Uint8Array(16_384);
    bits.set([0b0110_0000, 0b0001_0000]);
    expect([0, 1, 2, 3].map((index) => bitstringEntry(bits, index, 4))).toEqual([6, 0, 1, 0]);
    expect(codeOf(() => bitstringEntry(bits, entries))).toBe('STATUS_LIST_RANGE');
    expect(codeOf(() => bitstringEntry(bits, -1))).toBe('STATUS_LIST_RANGE');
  });
});
