import type { OfferView } from '@eslabon/client/contract';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codeGroups, spokenCode } from './code-groups.js';
import { isMoving, progressOf } from './offer-progress.js';
import { offerTimes } from './offer-times.js';

describe('codeGroups', () => {
  it.each([
    ['1234', ['12', '34']],
    ['12345', ['123', '45']],
    ['123456', ['123', '456']],
    ['1234567', ['123', '45', '67']],
    ['12345678', ['123', '456', '78']],
    ['0123456789', ['012', '345', '67', '89']],
    ['012345678901', ['012', '345', '678', '901']],
  ])('%s', (code, groups) => {
    expect(codeGroups(code)).toEqual(groups);
  });

  it('keeps every digit in its place, and none alone', () => {
    const codes = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(codes, (code) => {
        const groups = codeGroups(code);
        expect(groups.join('')).toBe(code);
        expect(groups.every(({ length }) => length === 2 || length === 3)).toBe(true);
      }),
    );
  });

  it('is spoken digit by digit', () => {
    expect(spokenCode('004217')).toBe('0 0 4, 2 1 7');
  });
});

describe('what has become of an offer', () => {
  const at = '2026-03-01T12:00:00.000Z';
  const now = Date.parse(at);
  const offer = (state: OfferView['state'], takenAt: string | null = null, expiresAt = at) => ({
    ...{ state, takenAt, expiresAt },
  });

  it.each([
    ['open', null, 'open'],
    ['taken', null, 'taken'],
    ['taken', at, 'received'],
    ['blocked', null, 'blocked'],
    ['expired', null, 'expired'],
    ['withdrawn', null, 'withdrawn'],
    ['ended', at, 'ended'],
  ] as const)('%s, taken %s: %s', (state, takenAt, progress) => {
    expect(progressOf(offer(state, takenAt))).toBe(progress);
  });

  it('is asked for again while something may happen', () => {
    // The agent says when an open one is over, by its own clock.
    expect(isMoving(offer('open'), now + 60_000)).toBe(true);
    expect(isMoving(offer('taken'), now - 1)).toBe(true);
    expect(isMoving(offer('taken'), now)).toBe(false);
    for (const state of ['blocked', 'expired', 'withdrawn', 'ended'] as const) {
      expect(isMoving(offer(state), now - 1)).toBe(false);
    }
    expect(isMoving(offer('taken', at), now - 1)).toBe(false);
  });
});

describe('offerTimes', () => {
  const minute = (instant: string) => instant.slice(11, 16);
  const offer = (id: string, time: string) => ({ id, createdAt: `2026-03-01T${time}.000Z` });

  it('counts those of the same minute, the oldest first, so that no two have one name', () => {
    const offers = [
      ...[offer('e', '12:02:00'), offer('d', '12:01:59'), offer('c', '12:01:30')],
      ...[offer('b', '12:01:30'), offer('a', '11:59:00')],
    ];
    expect([...offerTimes(offers, minute)]).toEqual([
      ...[
        ['e', '12:02'],
        ['d', '12:01 (3)'],
        ['c', '12:01 (2)'],
        ['b', '12:01 (1)'],
        ['a', '11:59'],
      ],
    ]);
  });
});
