import { describe, expect, it } from '@jest/globals';
import { preferredLanguage } from './languages.js';

describe('preferredLanguage', () => {
  it.each([
    [['pt-BR', 'en'], 'pt'],
    [['fr', 'EN-us'], 'en'],
    [['es-419'], 'es'],
    [['qu', 'ay'], 'es'],
    [[], 'es'],
  ])('%o gives %s', (asked, language) => {
    expect(preferredLanguage(asked)).toBe(language);
  });
});
