import { describe, expect, it } from '@jest/globals';
import { credential1, credential2 } from '../testing/documents.fixture.js';
import { checkValidity } from './check-validity.js';

describe('the period of validity', () => {
  it.each([
    ['before', '2025-12-31T23:59:59.999Z', ['NOT_YET_VALID']],
    ['at the first instant', '2026-01-01T00:00:00Z', []],
    ['at the last instant', '2029-01-01T00:00:00Z', []],
    ['after', '2029-01-01T00:00:00.001Z', ['EXPIRED']],
  ])('%s, in both versions of the data model', (_name, at, codes) => {
    const legacy = credential1('did:example:i', { expirationDate: '2029-01-01T00:00:00Z' });
    for (const credential of [credential2(), legacy]) {
      expect(checkValidity(credential, new Date(at)).map(({ code }) => code)).toEqual(codes);
    }
  });

  it('is open where no date is given', () => {
    const { validFrom: _from, validUntil: _until, ...open } = credential2();
    expect(checkValidity(open, new Date(0))).toEqual([]);
  });

  it('names the member', () => {
    const at = new Date('2030-01-01T00:00:00Z');
    const legacy = credential1('did:example:i', { expirationDate: '2029-01-01T00:00:00Z' });
    expect(checkValidity(legacy, at)).toMatchObject([{ pointer: '/expirationDate' }]);
    expect(checkValidity(credential2(), at)).toMatchObject([{ pointer: '/validUntil' }]);
  });
});
