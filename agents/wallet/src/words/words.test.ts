import { operatorRoles } from '@eslabon/core';
import { wordFaults } from '@eslabon/ui/testing';
import type { Translate } from '@eslabon/ui/words';
import { describe, expect, it } from '@jest/globals';
import { troubleCodes } from '../trouble/trouble-codes.js';
import { claimName } from './claim-name.js';
import { claimValue } from './claim-value.js';
import { en } from './en.js';
import { es } from './es.js';
import { pt } from './pt.js';
import { troubleKey } from './trouble-words.js';

describe('the words', () => {
  it('are the same ones in every language, clean and translated', () => {
    expect(wordFaults({ en, es, pt })).toEqual([]);
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
