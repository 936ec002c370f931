import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDateTime } from './parse-date-time.js';

describe('XSD dateTimeStamp', () => {
  it.each([
    ['2026-01-01T00:00:00Z', Date.UTC(2026, 0, 1)],
    ['2026-01-01T00:00:00.5Z', Date.UTC(2026, 0, 1) + 500],
    ['2026-01-01T00:00:00.0004Z', Date.UTC(2026, 0, 1) + 0.4],
    ['2026-01-01T00:00:00-05:00', Date.UTC(2026, 0, 1, 5)],
    ['2026-01-01T00:00:00+14:00', Date.UTC(2025, 11, 31, 10)],
    ['2024-02-29T24:00:00Z', Date.UTC(2024, 2, 1)],
    ['0000-01-01T00:00:00Z', -62167219200000],
    ['12026-01-01T00:00:00Z', Date.UTC(12026, 0, 1)],
    ['-0001-01-01T00:00:00Z', -62198755200000],
  ])('%s', (text, instant) => {
    expect(parseDateTime(text)).toBeCloseTo(instant, 3);
  });

  it.each([
    '2026-01-01',
    '2026-01-01T00:00Z',
    '2026-01-01T00:00:00',
    '2026-01-01t00:00:00z',
    '2026-01-01 00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '2026-01-32T00:00:00Z',
    '2026-01-01T24:00:01Z',
    '2026-01-01T25:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:60Z',
    '2026-01-01T00:00:00.Z',
    '2026-01-01T00:00:00+14:01',
    '2026-01-01T00:00:00+01:60',
    '2026-01-01T00:00:00+0100',
    '02026-01-01T00:00:00Z',
    '999999999-01-01T00:00:00Z',
    ' 2026-01-01T00:00:00Z',
    '2026-01-01T00:00:00Z\n',
    '',
    1767225600000,
    null,
    undefined,
  ])('%p is none', (text) => {
    expect(parseDateTime(text)).toBeUndefined();
  });

  it('without offset it is UTC where that is allowed', () => {
    expect(parseDateTime('2026-01-01T00:00:00', false)).toBe(Date.UTC(2026, 0, 1));
  });

  it('agrees with Date about every instant that Date writes', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') }), (date) => {
        expect(parseDateTime(date.toISOString())).toBe(date.getTime());
      }),
    );
  });
});
