import { type ErrorCode, EslabonError, errorCodes } from '@eslabon/core';
import { problemSchema } from './contract/index.js';

/** The agent's problem+json as the error that the agent threw; a body that is not one becomes UNAVAILABLE. */
export async function problemToError(response: Response): Promise<EslabonError> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) {
    return new EslabonError(
      'UNAVAILABLE',
      `${response.url} answered ${response.status} without problem details.`,
      {
        hints: ['Is this the address of an Eslabón agent?'],
      },
    );
  }
  const problem = parsed.data;
  const code = (errorCodes as readonly string[]).includes(problem.code)
    ? (problem.code as ErrorCode)
    : 'INTERNAL';
  return new EslabonError(code, problem.detail ?? problem.title, {
    hints: problem.hints,
    details: { status: problem.status, ...(problem.issues === undefined ? {} : { issues: problem.issues }) },
  });
}
