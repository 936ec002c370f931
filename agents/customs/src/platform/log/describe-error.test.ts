import { EslabonError } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { describeError } from './describe-error.js';

const secret = 'esk_secret';

/** As a database driver or an HTTP library throws it. */
function foreignError(): Error {
  const error = new Error(`INSERT … ${secret}`);
  error.name = 'QueryFailedError';
  return Object.assign(error, {
    code: 'SQLITE_FULL',
    query: secret,
    parameters: [secret],
    driverError: { secret },
  });
}

describe('describeError', () => {
  it('tells our own errors by code, sentence and place', () => {
    const described = describeError(
      new EslabonError('CHAIN_UNREACHABLE', 'No answer.', { details: { secret } }),
    );
    expect(described).toMatchObject({
      type: 'EslabonError',
      code: 'CHAIN_UNREACHABLE',
      message: 'No answer.',
    });
    expect(described.stack).toContain('describe-error.test');
    expect(JSON.stringify(described)).not.toContain(secret);
  });

  it('tells of a foreign error what it is and where, and nothing that it carries', () => {
    const described = describeError(new EslabonError('INTERNAL', 'Failed.', { cause: foreignError() }));
    expect(described.cause).toMatchObject({ type: 'QueryFailedError', code: 'SQLITE_FULL' });
    expect(described.cause?.stack).toContain('foreignError');
    expect(JSON.stringify(described)).not.toContain(secret);
  });

  it('survives what is no error and causes without end', () => {
    expect(describeError(secret)).toEqual({ type: 'string' });
    const circular = new TypeError('x is not a function');
    circular.cause = circular;
    expect(describeError(circular)).toMatchObject({ type: 'TypeError', message: 'x is not a function' });
  });
});
