import { type CertificateStatus, EslabonError, type StatusAction, transition } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { demandRoom } from './demand-room.js';
import { overtaken } from './overtaken.js';

const actions = ['suspend', 'reinstate', 'revoke'] as const;
const at = (day: number) => new Date(Date.UTC(2043, 0, day, 5)).toISOString();
const planned = (action: StatusAction, day: number) => ({ action, effectiveAt: at(day), decidedBy: 'Rosa' });
const certificateNumber = 'OEA-PE-1';

/** What scheduling answers: undefined, or the error. */
function schedule(action: StatusAction, day: number, ...others: ReturnType<typeof planned>[]) {
  try {
    demandRoom({ certificateNumber, action, effectiveAt: at(day) }, others, '-05:00');
    return undefined;
  } catch (error) {
    return error as EslabonError;
  }
}

describe('what may be scheduled beside what is scheduled', () => {
  it.each([
    ['suspend', 3, planned('revoke', 9)],
    ['revoke', 9, planned('suspend', 3)],
    ['revoke', 3, planned('suspend', 3)],
    ['reinstate', 3, planned('revoke', 9)],
    ['revoke', 9, planned('reinstate', 3)],
    // It ends what it comes before.
    ['revoke', 3, planned('reinstate', 9)],
    ['revoke', 3, planned('suspend', 9)],
  ] as const)('%s for day %d, with %o: yes', (action, day, other) => {
    expect(schedule(action, day, other)).toBeUndefined();
  });

  it.each([
    ['suspend', 3, planned('suspend', 9), 'beside'],
    ['suspend', 9, planned('suspend', 3), 'beside'],
    ['suspend', 3, planned('suspend', 3), 'beside'],
    ['revoke', 3, planned('revoke', 9), 'beside'],
    ['reinstate', 9, planned('reinstate', 3), 'beside'],
    ['reinstate', 9, planned('revoke', 3), 'after'],
    ['suspend', 9, planned('revoke', 3), 'after'],
    ['suspend', 3, planned('revoke', 3), 'after'],
  ] as const)('%s for day %d, with %o: no', (action, day, other, how) => {
    const error = schedule(action, day, other);
    expect(error).toMatchObject({ code: 'STATUS_SCHEDULED' });
    // Who, what of what, and when, in the legal time of the authority.
    expect(error?.message).toMatch(
      /^“Rosa” has scheduled the .* of OEA-PE-1 for 2043-01-0\d 00:00 \(UTC-05:00\)/,
    );
    expect(error?.message).toContain(how);
    expect(error?.hints).toEqual([expect.stringContaining('leave out effectiveDate')]);
  });
});

describe('what is overtaken', () => {
  it.each([
    ['revoke', ['suspend', 'reinstate'], ['suspend', 'reinstate']],
    ['suspend', ['suspend', 'revoke'], ['suspend']],
    ['suspend', ['revoke'], []],
    ['reinstate', ['reinstate', 'revoke'], ['reinstate']],
    ['reinstate', ['suspend', 'revoke'], []],
  ] as const)('by %s, of %o: %o', (action, later, expected) => {
    expect(
      overtaken(
        action,
        later.map((each, day) => planned(each, day)),
      ).map((each) => each.action),
    ).toEqual(expected);
  });
});

it('whatever is decided in whatever order, each decision that stands is possible on its day', () => {
  const decision = fc.record({
    action: fc.constantFrom(...actions),
    // Some take effect at once.
    day: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(decision, { minLength: 2, maxLength: 8 }), (decisions) => {
      let status: CertificateStatus = 'active';
      let plan: ReturnType<typeof planned>[] = [];
      for (const { action, day } of decisions) {
        const next = attempt(() => transition(status, action));
        if (next === undefined) continue;
        if (day !== undefined && schedule(action, day, ...plan) !== undefined) continue;
        const later = plan.filter(({ effectiveAt }) => day === undefined || effectiveAt > at(day));
        const gone = overtaken(action, later);
        plan = plan.filter((each) => !gone.includes(each));
        if (day === undefined) status = next;
        else {
          const after = plan.findIndex(({ effectiveAt }) => effectiveAt > at(day));
          plan.splice(after === -1 ? plan.length : after, 0, planned(action, day));
        }
        // Nothing is left that would come to nothing.
        plan.reduce<CertificateStatus>((now, each) => transition(now, each.action), status);
      }
    }),
    { numRuns: 2000 },
  );
});

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof EslabonError) return undefined;
    throw error;
  }
}
