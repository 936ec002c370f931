import { describe, expect, it } from '@jest/globals';
import { ageOf, isClockBehind } from './age-of.js';
import { bundleFor } from './bundle-for.js';
import { compareBundles } from './compare-bundles.js';

const limits = { ttl: 1000, exp: 5000 };

describe('ageOf', () => {
  it.each([
    [10_000, 0, 'fresh', false],
    [11_000, 1000, 'fresh', false],
    [11_001, 1001, 'ageing', false],
    [15_000, 5000, 'ageing', false],
    [15_001, 5001, 'stale', false],
    [9700, 0, 'fresh', false],
    [9699, 0, 'stale', true],
  ] as const)('at %d is %d seconds and %s', (now, seconds, freshness, clockBehind) => {
    expect(ageOf(10_000, now, limits)).toEqual({ seconds, freshness, clockBehind });
  });
});

describe('isClockBehind', () => {
  it('allows for clocks that differ, and for a post that has seen nothing yet', () => {
    expect([isClockBehind(undefined, 0), isClockBehind(1000, 700), isClockBehind(1000, 699)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('compareBundles', () => {
  const summary = (digest: string, number: number) => ({
    digest,
    block: { number, hash: '0x', timestamp: number },
  });

  it.each([
    [undefined, summary('a', 5), 'first'],
    [summary('a', 5), summary('a', 5), 'same'],
    [summary('a', 5), summary('b', 5), 'alike'],
    [summary('a', 5), summary('b', 6), 'newer'],
    [summary('a', 5), summary('b', 4), 'older'],
  ] as const)('%#: is %s', (current, candidate, order) => {
    expect(compareBundles(current, candidate)).toBe(order);
  });
});

describe('bundleFor', () => {
  const dated = (blockTime: number) => ({ digest: String(blockTime), blockTime });
  const stored = [dated(3000), dated(1000), dated(2000)];
  const current = stored[0] as ReturnType<typeof dated>;
  const at = (instant: number) => bundleFor(stored, current, instant).blockTime;

  it('is the one in use for now and later', () => {
    expect([at(3000), at(9000), at(2700)]).toEqual([3000, 3000, 3000]);
  });

  it('is the latest one before a past instant', () => {
    expect([at(2699), at(1700), at(1699), at(700)]).toEqual([2000, 2000, 1000, 1000]);
  });

  it('is the one in use where all are later, which then decides nothing', () => {
    expect(at(699)).toBe(3000);
  });
});
