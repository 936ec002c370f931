import type { CertificateView, HistoryEntry } from '@eslabon/client/contract';
import { describe, expect, it } from '@jest/globals';
import { foldReceived } from './fold-received.js';
import { mostPressing } from './most-pressing.js';
import { stateOf } from './state-of.js';

describe('stateOf', () => {
  const view = (state: string, status: string | null, dates: object = {}) =>
    ({
      ...{ state, status },
      certificate: { effectiveDate: '2026-01-01', validUntil: '2026-12-31', ...dates },
    }) as unknown as CertificateView;

  it.each([
    ['proposed', null, {}, 'proposed'],
    ['rejected', null, {}, 'rejected'],
    ['issued', 'active', {}, 'active'],
    ['issued', 'active', { validUntil: '2026-06-15' }, 'active'],
    ['issued', 'active', { validUntil: '2026-06-14' }, 'expired'],
    ['issued', 'active', { validUntil: undefined }, 'active'],
    ['issued', 'active', { effectiveDate: '2026-06-15' }, 'active'],
    ['issued', 'active', { effectiveDate: '2026-06-16' }, 'not-yet-valid'],
    ['issued', 'suspended', { validUntil: '2026-06-14' }, 'suspended'],
    ['issued', 'revoked', { effectiveDate: '2026-06-16' }, 'revoked'],
  ])('%s, %s, %o is shown as %s', (state, status, dates, shown) => {
    expect(stateOf(view(state, status, dates), '2026-06-15')).toBe(shown);
  });
});

describe('mostPressing', () => {
  it.each([
    [[], undefined],
    [['scheduled'], 'scheduled'],
    [['scheduled', 'queued'], 'queued'],
    [['sent', 'scheduled'], 'sent'],
    [['queued', 'failed', 'scheduled'], 'failed'],
    [['superseded'], undefined],
  ] as const)('of %o: %s', (states, expected) => {
    expect(mostPressing(states.map((state) => ({ state })))).toBe(expected);
  });
});

describe('foldReceived', () => {
  const entry = (sequence: number, event: string) =>
    ({ sequence, event, at: `2026-06-15T12:00:0${sequence}Z`, actor: 'x', data: {} }) as HistoryEntry;
  const folded = (...events: string[]) =>
    foldReceived(events.map((event, at) => entry(at, event))).map(
      ({ entry: { sequence, event }, times, since }) => [event, sequence, times, Number(since.at(-2))],
    );

  it('puts together what wallets received one after the other, and tells of the newest', () => {
    expect(folded('ISSUED', 'RECEIVED', 'RECEIVED', 'RECEIVED', 'PRINTED', 'RECEIVED')).toEqual([
      ['ISSUED', 0, 1, 0],
      ['RECEIVED', 3, 3, 1],
      ['PRINTED', 4, 1, 4],
      ['RECEIVED', 5, 1, 5],
    ]);
  });

  it('puts nothing else together', () => {
    expect(folded('PRINTED', 'PRINTED', 'OFFERED', 'OFFERED')).toHaveLength(4);
    expect(folded()).toEqual([]);
  });
});
