import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { isUnsure } from './is-unsure.js';
import { TroubleError, troubleOf } from './trouble-of.js';

it.each([
  [new EslabonError('CERTIFICATE_STATE', 'It is revoked.'), 'CERTIFICATE_STATE', 'It is revoked.'],
  [
    new EslabonError('INPUT_INVALID', 'Invalid.', {
      details: { issues: [{ path: 'certificate.tin', message: 'too short' }] },
    }),
    'INPUT_INVALID',
    'Invalid. certificate.tin: too short.',
  ],
  [new TroubleError('KEY_NOT_FOR_OFFICERS', 'post'), 'KEY_NOT_FOR_OFFICERS', 'post'],
  [new TypeError('x is undefined'), 'INTERNAL', 'x is undefined'],
  ['no', 'INTERNAL', 'no'],
])('%s', (error, code, message) => {
  expect(troubleOf(error)).toEqual({ code, message });
});

describe('isUnsure', () => {
  it('is what no agent has refused', () => {
    expect(isUnsure(troubleOf(new TypeError('network')))).toBe(true);
    expect(isUnsure(troubleOf(new EslabonError('UNAVAILABLE', 'No answer.')))).toBe(true);
    expect(isUnsure(troubleOf(new EslabonError('CERTIFICATE_STATE', 'It is issued.')))).toBe(false);
    expect(isUnsure(troubleOf(new EslabonError('SHUTTING_DOWN', 'Not now.')))).toBe(false);
  });
});
