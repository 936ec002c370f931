import { errorCodes, type Language, verdicts } from '@eslabon/core';
import { checks } from '@eslabon/verifier';
import { describe, expect, it } from '@jest/globals';
import { en, type Words } from './en.js';
import { es } from './es.js';
import { formatDuration } from './format.js';
import { preferredLanguage } from './languages.js';
import { pt } from './pt.js';
import { troubleKey } from './trouble-words.js';

const all: Record<Language, Words> = { en, es, pt };

type Tree = { [name: string]: string | Tree };

function flat(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[`${path}${name}`, value] as [string, string]]
      : flat(value, `${path}${name}.`),
  );
}

const placeholders = (text: string) => [...new Set(text.match(/{{\w+}}/g) ?? [])].sort();

describe.each(Object.keys(all) as Language[])('the words in %s', (language) => {
  const words = new Map(flat(all[language]));

  it('are there, and clean', () => {
    const odd = [...words].filter(
      ([, text]) => text !== text.trim() || /\s\s|TODO|undefined/.test(text) || text === '',
    );
    expect(odd).toEqual([]);
  });

  it('have the placeholders of the English ones', () => {
    // A singular may spell its number out.
    const differing = flat(en).filter(
      ([name, text]) =>
        !name.endsWith('_one') &&
        placeholders(words.get(name) as string).join() !== placeholders(text).join(),
    );
    expect(differing).toEqual([]);
  });

  it('name every check and advise on every verdict', () => {
    expect(Object.keys(all[language].verdict.advice)).toEqual([...verdicts]);
    const named = Object.keys(all[language].verdict.checkNames);
    expect(named).toEqual([...checks.map(({ id }) => id), 'credentials']);
  });
});

describe('troubleKey', () => {
  it('has words for everything that can be wrong with data', () => {
    const notForPosts = ['DELTA_BASE_UNKNOWN'];
    const about = errorCodes.filter(
      (code) => /^(BUNDLE|DELTA|TRUST_MALFORMED)/.test(code) && !notForPosts.includes(code),
    );
    expect(about.length).toBeGreaterThan(20);
    expect(about.filter((code) => troubleKey(code) === 'other')).toEqual([]);
  });

  it('knows what it does not know', () => {
    expect(['INTERNAL', 'title', 'retry', 'toString', ''].map(troubleKey)).toEqual(Array(5).fill('other'));
  });
});

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
