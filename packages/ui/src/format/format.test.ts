import { describe, expect, it } from '@jest/globals';
import { countryName } from './country-name.js';
import { formatCount } from './format-count.js';
import { formatDay } from './format-day.js';
import { formatDuration } from './format-duration.js';
import { formatInstant } from './format-instant.js';

describe('formatDuration', () => {
  it.each([
    [0, '< 1 minute'],
    [59, '< 1 minute'],
    [60, '1 minute'],
    [3600, '1 hour'],
    [12_000, '3 hours 20 minutes'],
    [86_400 + 60, '1 day'],
    [7 * 86_400, '7 days'],
    [-5, '< 1 minute'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(formatDuration(seconds, 'en')).toBe(text);
  });
});

describe('formatDay', () => {
  it('has a calendar date as the same day everywhere', () => {
    expect(formatDay('2027-03-05', 'en')).toBe('5 Mar 2027');
  });
});

describe('formatInstant', () => {
  const at = '2043-01-01T04:59:00Z';
  const ownOffset = () => {
    const minutes = -new Date(at).getTimezoneOffset();
    const two = (count: number) => String(Math.floor(Math.abs(count))).padStart(2, '0');
    return `${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
  };

  it('tells an instant by the clock of an authority, and names the zone where the device has another', () => {
    const [elsewhere, time] =
      ownOffset() === '-05:00' ? ['-03:30', '1 Jan 2043, 01:29'] : ['-05:00', '31 Dec 2042, 23:59'];
    expect(formatInstant(at, 'en', elsewhere)).toBe(`${time} (UTC${elsewhere})`);
  });

  it('is the same as that of the device where it has the zone of the authority', () => {
    expect(formatInstant(at, 'en', ownOffset())).toBe(formatInstant(at, 'en'));
  });
});

describe('formatCount', () => {
  it('separates thousands as the language does', () => {
    expect(formatCount(1_234_567, 'pt')).toBe('1.234.567');
    expect(formatCount(1_234_567, 'en')).toBe('1,234,567');
  });
});

describe('countryName', () => {
  it('names a country in the language, and what is none as it is', () => {
    expect(countryName('BR', 'es')).toBe('Brasil');
    expect(countryName('nowhere', 'es')).toBe('nowhere');
  });
});
