import { describe, expect, it } from '@jest/globals';
import { type DelegationDraft, newDraft, periodOf, referencesOf, wishOf } from './delegation-draft.js';
import { faultsOf } from './draft-faults.js';
import { fitsQr } from './fits-qr.js';
import { givenState } from './given-state.js';

const now = new Date('2026-06-01T10:20:30.456Z');
const draft = (changes: Partial<DelegationDraft> = {}): DelegationDraft => ({
  ...newDraft('c1', 'Rosa', now),
  ...changes,
});
const local = (text: string) => new Date(text);

describe('a new draft', () => {
  it('is a day at the counter that can be withdrawn', () => {
    expect(faultsOf(draft(), now)).toEqual({});
    expect(wishOf(draft(), 'did:jwk:e', now)).toEqual({
      certificateId: 'c1',
      delegate: { did: 'did:jwk:e', name: 'Rosa' },
      purposes: ['counter'],
      references: [],
      validFrom: new Date('2026-06-01T10:20:00Z'),
      validUntil: new Date('2026-06-02T10:20:30.456Z'),
      statusMaxAge: 86_400,
    });
  });

  it('has no status when it cannot be withdrawn', () => {
    expect(wishOf(draft({ withdrawable: false }), 'did:jwk:e', now)).not.toHaveProperty('statusMaxAge');
  });
});

describe('the period', () => {
  const ends = (preset: DelegationDraft['preset']) => periodOf(draft({ preset }), now).until;

  it('ends with the day, after a day, after a week', () => {
    const today = ends('today');
    expect([today.getDate(), today.getHours(), today.getMinutes()]).toEqual([now.getDate(), 23, 59]);
    expect(ends('day').getTime() - now.getTime()).toBe(86_400_000);
    expect(ends('week').getTime() - now.getTime()).toBe(7 * 86_400_000);
  });

  it('is what the fields say otherwise, by the clock of the device', () => {
    const fields = draft({ preset: 'other', from: '2026-07-01T08:00', until: '2026-07-02T20:30' });
    const expected = { from: local('2026-07-01T08:00'), until: local('2026-07-02T20:30') };
    expect(periodOf(fields, now)).toEqual(expected);
  });

  it.each([
    ['', '2026-07-02T00:00', 'periodMissing'],
    ['2026-07-01T00:00', '', 'periodMissing'],
    ['2026-07-01T00:00', '2026-07-01T00:00', 'periodEmpty'],
    ['2026-07-02T00:00', '2026-07-01T00:00', 'periodEmpty'],
    ['2025-07-01T00:00', '2025-07-02T00:00', 'periodOver'],
    ['2026-07-01T00:00', '2026-08-01T00:01', 'periodTooLong'],
    ['2026-07-01T00:00', '2026-08-01T00:00', undefined],
  ])('from %s until %s: %s', (from, until, fault) => {
    expect(faultsOf(draft({ preset: 'other', from, until }), now).period).toBe(fault);
  });
});

describe('numbers', () => {
  const shipping = { purposes: ['consignment'] as const };

  it('are one on each line, each once', () => {
    expect(referencesOf(draft({ ...shipping, references: ' A-1 \n\nA-2\nA-1\n' }))).toEqual(['A-1', 'A-2']);
  });

  it('count for declarations and consignments only', () => {
    expect(referencesOf(draft({ references: 'A-1' }))).toEqual([]);
    expect(referencesOf(draft({ purposes: ['counter', 'declaration'], references: 'A-1' }))).toEqual(['A-1']);
  });

  it.each([
    ['x'.repeat(35), undefined],
    ['x'.repeat(36), 'referenceTooLong'],
    [Array.from({ length: 20 }, (_, at) => at).join('\n'), undefined],
    [Array.from({ length: 21 }, (_, at) => at).join('\n'), 'referencesTooMany'],
  ])('%j: %s', (references, fault) => {
    expect(faultsOf(draft({ ...shipping, references }), now).references).toBe(fault);
  });
});

describe('a draft without name or purpose', () => {
  it('says so', () => {
    expect(faultsOf(draft({ name: ' ', purposes: [] }), now)).toEqual({
      name: 'nameMissing',
      purposes: 'purposesMissing',
    });
  });
});

describe('a delegation that was given', () => {
  const [from, until] = ['2026-06-01T10:00:00Z', '2026-06-02T10:00:00Z'];
  const given = {
    ...{ id: '1', certificateId: 'c1', delegate: { did: 'd', name: 'Rosa' }, purposes: [], references: [] },
    ...{ validFrom: from, validUntil: until, unpublished: false, withdrawable: true, link: '' },
  };
  const at = (instant: string) => Date.parse(instant) / 1000;

  it.each([
    ['2026-06-01T09:59:59Z', 'not-yet-valid'],
    [from, 'valid'],
    ['2026-06-02T09:59:59Z', 'valid'],
    [until, 'expired'],
  ])('is at %s %s', (instant, state) => {
    expect(givenState(given, at(instant))).toBe(state);
  });

  it('is withdrawn from when it was, whatever its dates', () => {
    expect(givenState({ ...given, withdrawnAt: from }, at('2027-01-01T00:00:00Z'))).toBe('withdrawn');
  });
});

describe('fitsQr', () => {
  it('counts bytes, up to what the largest code holds', () => {
    expect(fitsQr('x'.repeat(2953))).toBe(true);
    expect(fitsQr('x'.repeat(2954))).toBe(false);
    expect(fitsQr('ñ'.repeat(1477))).toBe(false);
  });
});
