import { EslabonError } from '@eslabon/core';
import { problemsOf } from '@eslabon/data-integrity';
import { type ExchangeProblem, fromDocumentProblem } from './exchange-problem.js';

/** The error of a credential or presentation that is refused, with its problems as the VC-API reports them. */
export function refusal(problems: readonly ExchangeProblem[], checks?: readonly string[]): EslabonError {
  const [first] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return new EslabonError('CREDENTIAL_REFUSED', `${first?.detail ?? 'It is refused.'}${more}`, {
    hints: ['problemDetails names each rule that is broken, and where.'],
    details: { problemDetails: problems, ...(checks && { checks }) },
  });
}

/** Runs what may refuse a document, and refuses with details that a caller over HTTP may see. */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === undefined || problems.length === 0) throw error;
    throw refusal(problems.map((problem) => fromDocumentProblem(problem)));
  }
}
