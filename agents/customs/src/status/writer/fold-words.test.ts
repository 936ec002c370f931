import { type StatusAction, statusMask, statusWord } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldWords, takeBatch } from './fold-words.js';

const change = fc.record({
  list: fc.nat(2),
  index: fc.nat(2000),
  action: fc.constantFrom<StatusAction>('suspend', 'reinstate', 'revoke'),
});
const queue = fc.array(change, { maxLength: 80 });
const words = (changes: readonly { list: number; index: number }[]) =>
  new Set(changes.map(({ list, index }) => `${list}/${statusWord(index)}`)).size;
const bits = (changes: readonly { list: number; index: number }[]) =>
  new Set(changes.map(({ list, index }) => `${list}/${index}`)).size;

describe('takeBatch', () => {
  it('takes the longest beginning of the queue with few words and no certificate twice', () => {
    fc.assert(
      fc.property(queue, fc.integer({ min: 1, max: 6 }), (queued, maxWords) => {
        const taken = takeBatch(queued, maxWords);
        expect(taken).toEqual(queued.slice(0, taken.length));
        expect(words(taken)).toBeLessThanOrEqual(maxWords);
        expect(bits(taken)).toBe(taken.length);
        expect(taken.length > 0).toBe(queued.length > 0);
        const longer = queued.slice(0, taken.length + 1);
        if (longer.length > taken.length) {
          expect(words(longer) > maxWords || bits(longer) < longer.length).toBe(true);
        }
      }),
    );
  });

  it('keeps the order of changes of one certificate: they come in batches that follow one another', () => {
    fc.assert(
      fc.property(queue, (queued) => {
        const batches = [];
        for (let rest = queued; rest.length > 0; ) {
          const batch = takeBatch(rest, 4);
          batches.push(batch);
          rest = rest.slice(batch.length);
        }
        expect(batches.flat()).toEqual(queued);
      }),
    );
  });
});

describe('foldWords', () => {
  it('says of each certificate what was decided, one change a word', () => {
    fc.assert(
      fc.property(queue, (queued) => {
        const changes = takeBatch(queued, 256);
        const folded = foldWords(changes);
        expect(folded).toHaveLength(words(changes));
        const said = folded.flatMap(({ list, word, ...masks }) =>
          (['revoke', 'suspend', 'reinstate'] as const).flatMap((action) =>
            Array.from({ length: 256 }, (_, bit) => ({ list, index: word * 256 + bit, action })).filter(
              ({ index }) => (BigInt(masks[action]) & statusMask(index)) !== 0n,
            ),
          ),
        );
        const key = (each: unknown) => JSON.stringify(each);
        expect(said.map(key).sort()).toEqual(changes.map(key).sort());
      }),
    );
  });
});
