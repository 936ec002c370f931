import { operations, problemSchema } from '@eslabon/client/contract';
import { type ErrorCode, EslabonError, errorCodes } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { toProblem } from './problem.js';

describe('toProblem', () => {
  it('says nothing of an error that nobody foresaw', () => {
    const foreign = Object.assign(new Error('SELECT secret'), { status: 502 });
    for (const error of [foreign, 'secret', undefined, null, { status: 400, message: 'secret' }]) {
      const problem = toProblem(error, '/v1/x');
      expect(problem).toMatchObject({ status: 500, code: 'INTERNAL' });
      expect(JSON.stringify(problem)).not.toContain('secret');
    }
  });

  it.each(errorCodes.map((code) => [code]))('makes a problem of %s', (code: ErrorCode) => {
    const problem = toProblem(new EslabonError(code, 'What happened.', { hints: ['Do this.'] }), '/v1/x');
    expect(problemSchema.parse(problem)).toEqual(problem);
    if (problem.status === 500) expect(problem).toMatchObject({ code: 'INTERNAL' });
    else expect(problem).toMatchObject({ code, title: 'What happened.', hints: ['Do this.'] });
  });

  it('lets every code through that the contract announces', () => {
    const announced = [
      ...new Set(Object.values(operations).flatMap(({ errors }) => [...errors] as ErrorCode[])),
    ];
    expect(announced.length).toBeGreaterThan(15);
    const hidden = announced.filter((code) => toProblem(new EslabonError(code, ''), '').status === 500);
    expect(hidden).toEqual([]);
  });
});
