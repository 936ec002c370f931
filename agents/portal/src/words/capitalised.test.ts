import { describe, expect, it } from '@jest/globals';
import { capitalised } from './capitalised.js';

describe('capitalised', () => {
  it.each([
    ['sospecha de fraude', 'Sospecha de fraude'],
    ['órgano', 'Órgano'],
    ['AEO', 'AEO'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(capitalised(text, 'es')).toBe(expected);
  });
});
