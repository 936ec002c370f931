import type { RenewalChanges, Scope } from '@eslabon/client/contract';
import type { OperatorRole } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { mayDecide } from './may-decide.js';
import { renewalEffect } from './renewal-changes.js';

describe('renewalEffect', () => {
  const before = { validUntil: '2027-01-14', operatorRoles: ['EX', 'IM'] as OperatorRole[] };

  const added = (...more: OperatorRole[]): OperatorRole[] => ['EX', 'IM', ...more];
  const until = { from: '2027-01-14', to: '2030-01-14' };

  it.each<[Partial<RenewalChanges>, object]>([
    [{ validUntil: '2030-01-14' }, { until, rolesAdded: [] }],
    [{ operatorRoles: added('CB', 'WH') }, { rolesAdded: ['CB', 'WH'] }],
    [
      { validUntil: '2030-01-14', operatorRoles: added('CB') },
      { until, rolesAdded: ['CB'] },
    ],
  ])('%o', (changes, effect) => {
    expect(renewalEffect(before, { decisionDate: '2026-05-04', ...changes })).toEqual(effect);
  });
});

describe('renewalEffect of a certificate without an end', () => {
  it('is nothing about its end', () => {
    const before = { validUntil: null, operatorRoles: ['EX'] as OperatorRole[] };
    const changes = { decisionDate: '2026-05-04', validUntil: '2030-01-14' };
    expect(renewalEffect(before, changes)).toEqual({ rolesAdded: [] });
  });
});

describe('mayDecide', () => {
  const supervisor = { name: 'Ana', fourEyes: true, scopes: ['certificates:issue'] as Scope[] };

  it.each([
    ['another’s', supervisor, 'Luis', 'both'],
    ['one’s own', supervisor, 'Ana', 'reject'],
    ['one’s own, where two eyes do', { ...supervisor, fourEyes: false }, 'Ana', 'both'],
    ['another’s, as an officer', { ...supervisor, scopes: [] as Scope[] }, 'Luis', 'nothing'],
    ['one’s own, as an officer', { ...supervisor, scopes: [] as Scope[] }, 'Ana', 'nothing'],
  ] as const)('%s', (_, caller, proposedBy, expected) => {
    expect(mayDecide(caller, proposedBy)).toBe(expected);
  });
});
