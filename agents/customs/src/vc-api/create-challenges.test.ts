import { describe, expect, it } from '@jest/globals';
import { createChallenges } from './create-challenges.js';

describe('challenges', () => {
  it('are for one use, within ten minutes', () => {
    let now = 0;
    const challenges = createChallenges(() => new Date(now));
    const [first, second] = [challenges.create(), challenges.create()];
    expect(first).not.toBe(second);
    expect(challenges.take(first)).toBe(true);
    expect(challenges.take(first)).toBe(false);
    now = 599_999;
    expect(challenges.take(second)).toBe(true);
    const third = challenges.create();
    now += 600_000;
    expect(challenges.take(third)).toBe(false);
  });

  it('of callers are theirs, unless they look like ours', () => {
    const challenges = createChallenges(() => new Date());
    expect([challenges.take('own'), challenges.take('own')]).toEqual([true, true]);
    expect(challenges.take('eslabon-never-issued')).toBe(false);
    const other = createChallenges(() => new Date());
    expect(other.take(challenges.create())).toBe(false);
  });
});
