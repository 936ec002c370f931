import { describe, expect, it } from '@jest/globals';
import { countryName } from './country-name.js';
import { formatCount } from './format-count.js';
import { formatDay } from './format-day.js';
import { formatDuration } from './format-duration.js';

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
