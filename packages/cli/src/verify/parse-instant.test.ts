import { describe, expect, it } from '@jest/globals';
import { parseInstant } from './parse-instant.js';

describe('parseInstant', () => {
  it.each([
    ['2026-05-03', '2026-05-03T12:00:00.000Z'],
    ['2026-05-03T10:00:00-05:00', '2026-05-03T15:00:00.000Z'],
    ['2026-05-03T10:00:00.250Z', '2026-05-03T10:00:00.250Z'],
  ])('%s', (text, instant) => {
    expect(parseInstant(text).toISOString()).toBe(instant);
  });

  it.each(['2026-02-30', '2026-05-03T10:00:00', '2026-02-30T10:00:00Z', '3/5/2026', 'today', ''])(
    'refuses “%s”: it would have to guess',
    (text) => {
      expect(() => parseInstant(text)).toThrow(expect.objectContaining({ code: 'DATE_INVALID' }));
    },
  );
});
