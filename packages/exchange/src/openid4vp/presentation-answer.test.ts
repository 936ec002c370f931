import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { failureBody, presentationFailure } from './presentation-answer.js';
import { presentationRefused } from './presentation-refused.js';

describe('presentationFailure', () => {
  it('says the error of the standard, and a sentence within the characters of RFC 6749 §5.2', () => {
    expect(presentationFailure(presentationRefused('X', 'The “state” is ñ.'))).toEqual({
      status: 400,
      body: { error: 'invalid_request', error_description: "The 'state' is ?." },
    });
    expect(failureBody('temporarily_unavailable', 'Later.').status).toBe(503);
  });

  it('leaves every other error to others', () => {
    expect(presentationFailure(new EslabonError('NOT_FOUND', 'x'))).toBeUndefined();
    expect(presentationFailure(new Error('x'))).toBeUndefined();
  });
});
