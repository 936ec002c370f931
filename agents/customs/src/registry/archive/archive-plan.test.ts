import { beforeEach, describe, expect, it } from '@jest/globals';
import { type ArchivePlan, createArchivePlan } from './archive-plan.js';

const day = 86_400;
const hash = `0x${'11'.repeat(32)}` as const;

let head: number;
let generation: number;
let changes: number[];
let plan: ArchivePlan;

beforeEach(() => {
  [head, generation, changes] = [50, 0, [10, 20, 30, 40]];
  plan = createArchivePlan({
    deployBlock: 5,
    head: () => head,
    generation: () => generation,
    changesAfter: (block) => changes.filter((number) => number > block),
  });
});

const archived = (...numbers: number[]) => numbers.map((number) => ({ number, timestamp: number, hash }));

describe('what is to be archived', () => {
  it('is every block with changes that is not, the newest first, and what comes later before all of them', () => {
    expect(plan.isStale()).toBe(true);
    plan.begin(archived(20));
    expect(plan.isStale()).toBe(false);
    expect(plan.next(2)).toEqual([30, 40]);
    plan.done(40);
    [head, changes] = [60, [...changes, 55, 56]];
    plan.extend();
    plan.extend();
    expect(plan.next(3)).toEqual([30, 55, 56]);
    plan.done(30);
    expect(plan.next(9)).toEqual([10, 55, 56]);
    expect(plan.waiting()).toBe(3);
  });

  it('is planned anew when the chain lost something', () => {
    plan.begin(archived(10, 20, 30, 40));
    expect(plan.waiting()).toBe(0);
    [generation, head, changes] = [1, 35, [10, 20, 33]];
    expect(plan.isStale()).toBe(true);
    plan.begin(archived(10, 20));
    expect(plan.next(9)).toEqual([33]);
  });

  it('is one block a day besides, as soon as there is one of the day', () => {
    plan.begin([{ number: 40, timestamp: 3 * day, hash }]);
    for (const block of [30, 20, 10]) plan.done(block);
    expect(plan.wantsDay(3)).toBe(false);
    expect(plan.wantsDay(4)).toBe(true);
    // The newest block is still of the day before: it is not looked at again.
    plan.addDay(4, 4 * day - 1);
    expect([plan.next(9), plan.wantsDay(4)]).toEqual([[], false]);
    head = 51;
    plan.extend();
    expect(plan.wantsDay(4)).toBe(true);
    plan.addDay(4, 4 * day);
    expect(plan.next(9)).toEqual([51]);
    head = 52;
    plan.extend();
    expect(plan.wantsDay(4)).toBe(false);
  });
});

describe('what cannot be archived any more', () => {
  it('counts as lost from the first archived block on', () => {
    plan.begin(archived(20));
    plan.lose(30);
    expect(plan.next(9)).toEqual([40]);
    expect(plan.losses()).toEqual({ lost: { count: 1, first: 30, last: 30 }, isFailing: false });
    plan.lose(40);
    expect(plan.losses().lost).toEqual({ count: 2, first: 30, last: 40 });
  });

  it('is nobody’s loss where nothing was archived before', () => {
    plan.begin([]);
    plan.lose(40);
    expect([plan.waiting(), plan.losses()]).toEqual([0, { lost: undefined, isFailing: false }]);
  });

  it('is a failure when it came while the agent was running', () => {
    plan.begin([]);
    plan.lose(40);
    [head, changes] = [60, [...changes, 55]];
    plan.extend();
    plan.lose(55);
    expect(plan.losses()).toEqual({ lost: { count: 1, first: 55, last: 55 }, isFailing: true });
  });

  it('is tried again when asked for', () => {
    plan.begin(archived(10));
    plan.lose(40);
    expect(plan.waiting()).toBe(0);
    plan.retry();
    expect([plan.next(9), plan.losses().lost]).toEqual([[20, 30, 40], undefined]);
    plan.done(40);
    plan.lose(30);
    expect(plan.losses().lost).toEqual({ count: 2, first: 20, last: 30 });
  });
});
