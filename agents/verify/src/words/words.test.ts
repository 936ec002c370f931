import { errorCodes, type Language } from '@eslabon/core';
import { wordFaults } from '@eslabon/ui/testing';
import { adviceCodes, checks } from '@eslabon/verifier';
import { describe, expect, it } from '@jest/globals';
import { en, type Words } from './en.js';
import { es } from './es.js';
import { pt } from './pt.js';
import { troubleKey } from './trouble-words.js';

const all: Record<Language, Words> = { en, es, pt };

it('the words are the same ones in every language, clean and translated', () => {
  expect(wordFaults(all)).toEqual([]);
});

describe.each(Object.keys(all) as Language[])('the words in %s', (language) => {
  it('name every check and advise on everything that there is advice on', () => {
    expect(Object.keys(all[language].verdict.advice)).toEqual(adviceCodes);
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
