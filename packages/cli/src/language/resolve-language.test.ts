import { describe, expect, it } from '@jest/globals';
import { resolveLanguage } from './resolve-language.js';

describe('resolveLanguage', () => {
  it.each([
    ['option over environment', 'pt', { LANG: 'es_PE.UTF-8' }, 'pt'],
    ['LC_ALL over LANG', undefined, { LC_ALL: 'es_MX.UTF-8', LANG: 'pt_BR.UTF-8' }, 'es'],
    ['an empty LC_ALL does not count', undefined, { LC_ALL: '', LANG: 'pt_BR' }, 'pt'],
    ['a locale that we do not speak', undefined, { LC_ALL: 'C', LANG: 'es_PE' }, 'en'],
    ['no locale', undefined, {}, 'en'],
  ] as const)('%s', (_, option, env, language) => {
    expect(resolveLanguage(option, env)).toBe(language);
  });
});
