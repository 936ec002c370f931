import { statusDecisionSchema } from '@eslabon/client/contract';
import { statusActionSchema, statusReasonSchema } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { type DecisionForm, readDecision, startDecision } from './decision-form.js';
import { possibleActions, reasonsFor } from './possible-actions.js';

describe('possibleActions', () => {
  it.each([
    ['active', ['suspend', 'revoke']],
    ['suspended', ['reinstate', 'revoke']],
    ['revoked', []],
  ] as const)('%s: %o', (status, actions) => {
    expect(possibleActions(status)).toEqual(actions);
  });
});

describe('reasonsFor', () => {
  it('has every reason with some decision, and none twice', () => {
    const offered = statusActionSchema.options.flatMap((action) => {
      expect(new Set(reasonsFor[action]).size).toBe(reasonsFor[action].length);
      return reasonsFor[action];
    });
    expect(new Set(offered)).toEqual(new Set(statusReasonSchema.options));
  });
});

describe('a decision as it is typed', () => {
  const good: DecisionForm = {
    ...{
      reason: 'HOLDER_REQUEST',
      reference: ' RI-118 ',
      date: '2026-02-03',
      effectiveDate: '',
      confirm: '',
    },
  };
  const number = 'OEA-PE-1';
  const read = (action: 'suspend' | 'revoke', changes: Partial<DecisionForm> = {}) =>
    readDecision(action, { ...good, ...changes }, number);
  const decided = (action: 'suspend' | 'revoke', changes: Partial<DecisionForm> = {}) =>
    (read(action, changes) as { decision: object }).decision;

  it('is what the agent takes', () => {
    const decision = decided('suspend', { effectiveDate: '2026-03-01' });
    expect(decision).toEqual({
      ...{
        action: 'suspend',
        reason: 'HOLDER_REQUEST',
        decision: { reference: 'RI-118', date: '2026-02-03' },
      },
      effectiveDate: '2026-03-01',
    });
    expect(statusDecisionSchema.parse(decision)).toEqual(decision);
    const revocation = decided('revoke', { confirm: ` ${number} ` });
    expect(revocation).toMatchObject({ action: 'revoke', confirm: number });
    expect(statusDecisionSchema.parse(revocation)).toEqual(revocation);
  });

  it('does not confirm what needs no confirmation', () => {
    expect(decided('suspend', { confirm: number })).not.toHaveProperty('confirm');
  });

  it.each([
    [{ reason: '' }, 'reason'],
    [{ reason: 'REINSTATED' }, 'reason'],
    [{ reference: '  ' }, 'reference'],
    [{ reference: 'x'.repeat(101) }, 'reference'],
    [{ date: '' }, 'date'],
    [{ date: '2026-02-30' }, 'date'],
    [{ effectiveDate: '2026' }, 'effectiveDate'],
    [{ confirm: 'OEA-PE-2' }, 'confirm'],
    [{ confirm: '' }, 'confirm'],
  ] as const)('%o is wrong in %s', (changes, member) => {
    expect(read('revoke', { confirm: number, ...changes })).toEqual({ errors: new Set([member]) });
  });

  it('says all that is wrong at once', () => {
    expect(read('revoke', { reason: '', date: '' })).toEqual({
      errors: new Set(['reason', 'date', 'confirm']),
    });
  });

  it('begins with today, and for a reinstatement with its reason', () => {
    expect(startDecision('suspend', '2026-02-03')).toMatchObject({ reason: '', date: '2026-02-03' });
    expect(startDecision('reinstate', '2026-02-03')).toMatchObject({ reason: 'REINSTATED' });
  });

  it('has a reference of at most 100 characters, the spaces around it not counted', () => {
    const reference = 'x'.repeat(100);
    expect(decided('suspend', { reference: ` ${reference} ` })).toMatchObject({ decision: { reference } });
  });
});

describe('a reinstatement', () => {
  it('has reasons of its own: the cause is gone, or there never was one', () => {
    expect(reasonsFor.reinstate).toEqual(['REINSTATED', 'ADMIN_ERROR']);
    expect([...reasonsFor.suspend, ...reasonsFor.revoke]).not.toContain('REINSTATED');
  });
});
