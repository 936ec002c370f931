import { describe, expect, it } from '@jest/globals';
import { wordFaults } from './word-faults.js';

const en = { a: { title: 'Hello {{name}}', count_one: 'One entry', text: 'What went wrong here' } };
const es = { a: { title: 'Hola {{name}}', count_one: 'Una entrada', text: 'Lo que salió mal' } };
const change = (a: Record<string, string>) => ({ en, es, pt: { a: { ...es.a, ...a } } });
const faultsOf = (a: Record<string, string>) =>
  wordFaults(change(a)).map(({ language, key, fault }) => `${language} ${key} ${fault}`);

describe('wordFaults', () => {
  it('finds nothing in good words', () => {
    expect(wordFaults(change({}))).toEqual([]);
  });

  it.each([
    [{ title: 'Olá' }, 'pt a.title placeholders'],
    [{ title: 'Olá {{nome}}' }, 'pt a.title placeholders'],
    [{ count_one: '{{count}} entrada' }, 'pt a.count_one placeholders'],
    [{ count_one: 'Uma de {{all}}' }, 'pt a.count_one placeholders'],
    [{ text: '' }, 'pt a.text empty'],
    [{ text: ' com espaço' }, 'pt a.text unclean'],
    [{ text: 'dois  espaços' }, 'pt a.text unclean'],
    [{ text: en.a.text }, 'pt a.text untranslated'],
    [{ more: 'mais' }, 'pt a.more unknown'],
  ])('finds what is wrong in %o', (words, fault) => {
    expect(faultsOf(words as unknown as Record<string, string>)).toEqual([fault]);
  });

  it('finds what is missing', () => {
    const { text, ...rest } = es.a;
    expect(text).toBeDefined();
    expect(wordFaults({ en, es, pt: { a: rest } })).toEqual([
      { language: 'pt', key: 'a.text', fault: 'missing' },
    ]);
  });
});
