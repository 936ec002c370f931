import { renewalSchema } from '@eslabon/client/contract';
import type { OperatorRole } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { type RenewalForm, readRenewal, startRenewal } from './renewal-form.js';

const certificate = { validUntil: '2027-01-14', operatorRoles: ['EX', 'IM'] as OperatorRole[] };
const good: RenewalForm = { ...startRenewal('2026-05-04'), validUntil: '2030-01-14' };
const read = (changes: Partial<RenewalForm>, of = certificate as Parameters<typeof readRenewal>[1]) =>
  readRenewal({ ...good, ...changes }, of);

describe('a renewal as it is typed', () => {
  it.each<[Partial<RenewalForm>, object]>([
    [{}, { validUntil: '2030-01-14' }],
    [{ validUntil: '', addedRoles: ['CB'] }, { operatorRoles: ['EX', 'IM', 'CB'] }],
    [
      { addedRoles: ['WH'], lastValidationDate: '2026-04-01' },
      {
        ...{ validUntil: '2030-01-14', operatorRoles: ['EX', 'IM', 'WH'] },
        lastValidationDate: '2026-04-01',
      },
    ],
  ])('%o is what the agent takes', (changes, expected) => {
    const result = read(changes);
    expect(result).toEqual({ changes: { decisionDate: '2026-05-04', ...expected } });
    const { changes: sent } = result as { changes: object };
    expect(renewalSchema.parse(sent)).toEqual(sent);
  });

  it.each<[Partial<RenewalForm>, string]>([
    [{ decisionDate: '' }, 'decisionDate'],
    [{ decisionDate: '2026-02-30' }, 'decisionDate'],
    [{ validUntil: '2027-01-14' }, 'validUntil'],
    [{ validUntil: '2026-12-31' }, 'validUntil'],
    [{ validUntil: '20300' }, 'validUntil'],
    [{ validUntil: '' }, 'nothing'],
    [{ lastValidationDate: '2026' }, 'lastValidationDate'],
  ])('%o is wrong: %s', (changes, member) => {
    expect(read(changes)).toEqual({ errors: new Set([member]) });
  });

  it('has no end to put off where there is none', () => {
    expect(read({}, { operatorRoles: ['EX'] })).toEqual({ errors: new Set(['validUntil']) });
  });
});
