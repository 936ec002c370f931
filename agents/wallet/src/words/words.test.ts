import { type Language, operatorRoles } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { troubleCodes } from '../trouble/trouble-codes.js';
import { claimName } from './claim-name.js';
import { claimValue } from './claim-value.js';
import { en, type Words } from './en.js';
import { es } from './es.js';
import { formatDay } from './format.js';
import { preferredLanguage } from './languages.js';
import { pt } from './pt.js';
import { troubleKey } from './trouble-words.js';
import type { Translate } from './use-words.js';

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

  it('have all keys, and no others', () => {
    expect([...words.keys()].sort()).toEqual(
      flat(en)
        .map(([name]) => name)
        .sort(),
    );
  });

  it('are there, and clean', () => {
    const odd = [...words].filter(
      ([, text]) => text !== text.trim() || /\s\s|TODO|undefined/.test(text) || text === '',
    );
    expect(odd).toEqual([]);
  });

  it('have the placeholders of the English ones', () => {
    const differing = flat(en).filter(
      ([name, text]) => placeholders(words.get(name) as string).join() !== placeholders(text).join(),
    );
    expect(differing).toEqual([]);
  });

  it('are in the language, not copied', () => {
    if (language === 'en') return;
    const same = flat(en).filter(
      ([name, text]) => words.get(name) === text && /[a-z]{4}.* .*[a-z]{4}/.test(text),
    );
    expect(same).toEqual([]);
  });
});

describe('troubleKey', () => {
  it('has words for every code of the wallet', () => {
    expect(troubleCodes.filter((code) => troubleKey(code) !== code)).toEqual([]);
  });

  it.each([
    ['invalid_request', 'INVALID_REQUEST'],
    ['BUNDLE_SEALS', 'BUNDLE_UNUSABLE'],
    ['TRUST_MALFORMED', 'BUNDLE_UNUSABLE'],
    ['BUNDLE_NOT_READY', 'BUNDLE_NOT_READY'],
    ['SOMETHING_NEW', 'other'],
    ['title', 'other'],
    ['other', 'other'],
    ['toString', 'other'],
    ['', 'other'],
  ])('%s has the words of %s', (code, key) => {
    expect(troubleKey(code)).toBe(key);
  });
});

describe('claimValue', () => {
  it('names the type of a certificate in the language', () => {
    expect(claimValue('certificate.certificateType', 'security', 'es')).toBe('seguridad');
    expect(claimValue('certificate.certificateType', 'other', 'es')).toBe('other');
  });

  it('names every role, and leaves what it does not know', () => {
    const named = claimValue('certificate.operatorRoles', operatorRoles.join(', '), 'en').split(', ');
    expect(named).toHaveLength(operatorRoles.length);
    expect(named.filter((name) => /^[A-Z]{2}$/.test(name))).toEqual([]);
    expect(claimValue('operatorRoles', 'XX', 'es')).toBe('XX');
    expect(claimValue('legalName', 'EX', 'es')).toBe('EX');
  });
});

describe('what is disclosed', () => {
  it.each([
    ['certificate.validUntil', '2027-03-05', '5 mar 2027'],
    ['validUntil', 'soon', 'soon'],
    ['country', 'MX', 'México'],
    ['legalName', '2027-03-05', '2027-03-05'],
    ['id', 'did:jwk:e', 'did:jwk:e'],
  ])('%s %s is shown as %s', (path, value, text) => {
    expect(claimValue(path, value, 'es')).toBe(text);
  });

  it('has a name, the whole path where the last part says too little, or is shown as it is', () => {
    const t = ((key: string) => key) as Translate;
    expect(claimName(t, 'certificate.certificateType')).toBe('claims.certificateType');
    expect(claimName(t, 'certificate.validUntil')).toBe('claims.certificate_validUntil');
    expect(claimName(t, 'validUntil')).toBe('claims.validUntil');
    expect(claimName(t, 'turnover.lastYear')).toBe('turnover.lastYear');
    expect(claimName(t, 'toString')).toBe('toString');
  });
});

describe('formatDay', () => {
  it('has a calendar date as the same day everywhere', () => {
    expect(formatDay('2027-03-05', 'en')).toBe('5 Mar 2027');
  });
});

describe('preferredLanguage', () => {
  it.each([
    [['pt-BR', 'en'], 'pt'],
    [['fr', 'EN-us'], 'en'],
    [['qu', 'ay'], 'es'],
    [[], 'es'],
  ])('%o gives %s', (asked, language) => {
    expect(preferredLanguage(asked)).toBe(language);
  });
});
