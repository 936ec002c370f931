import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { issuanceFailure } from './issuance-answer.js';
import { issuanceRefused } from './issuance-refused.js';

describe('issuanceFailure', () => {
  it('says the code of the standard, and a sentence within the characters of RFC 6749 §5.2', () => {
    expect(issuanceFailure(issuanceRefused('invalid_token', 'The “key” C:\\x is ñ.'))).toEqual({
      status: 401,
      body: { error: 'invalid_token', error_description: "The 'key' C:?x is ?." },
    });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const failure = issuanceFailure(issuanceRefused('invalid_grant', text));
        expect(failure?.body.error_description).toMatch(/^[\x20\x21\x23-\x5b\x5d-\x7e]*$/);
      }),
    );
  });

  it('leaves every other error to others', () => {
    expect(issuanceFailure(new EslabonError('NOT_FOUND', 'x'))).toBeUndefined();
    expect(issuanceFailure(new Error('x'))).toBeUndefined();
  });
});
