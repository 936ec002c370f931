import { describe, expect, it } from '@jest/globals';
import type { BuiltBundle } from '../bundles/create-bundle-service.js';
import { recentBundle } from './recent-bundle.js';

type Parts = Parameters<typeof recentBundle>[0];

/** A service that counts how often it is asked, and answers with the count. */
function counting(pollMs: number, fails: (count: number) => boolean = () => false) {
  let count = 0;
  const latest = async () => {
    count += 1;
    if (fails(count)) throw new Error('no chain');
    return { blockNumber: count } as BuiltBundle;
  };
  const ask = recentBundle({ bundles: { latest }, config: { pollMs } } as unknown as Parts);
  return async () => (await ask()).blockNumber;
}

describe('recentBundle', () => {
  it('asks once, however many come', async () => {
    const ask = counting(60_000);
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
    expect(await ask()).toBe(1);
  });

  it('asks again when the time is over, and at once after a failure', async () => {
    const always = counting(0);
    expect([await always(), await always()]).toEqual([1, 2]);
    const ask = counting(60_000, (count) => count === 1);
    await expect(ask()).rejects.toThrow('no chain');
    expect([await ask(), await ask()]).toEqual([2, 2]);
  });
});
