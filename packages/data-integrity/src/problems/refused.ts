import type { ErrorCode } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { Problem } from './problem.js';
import type { ProblemCode } from './problem-types.js';

const tooLarge: readonly ProblemCode[] = [
  'DOCUMENT_TOO_LARGE',
  'DOCUMENT_TOO_DEEP',
  'GRAPH_TOO_LARGE',
  'GRAPH_TOO_COMPLEX',
];

/** The error that carries problems: what could not be secured, derived or processed, and why. */
export function refusedWith(problems: readonly Problem[]): EslabonError {
  const [first] = problems;
  const code: ErrorCode =
    first !== undefined && tooLarge.includes(first.code) ? 'CREDENTIAL_TOO_LARGE' : 'CREDENTIAL_REFUSED';
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return new EslabonError(code, `${first?.message ?? 'The document is refused.'}${more}`, {
    hints: problems.slice(0, 8).map(({ code: name, pointer }) => `${name} at “${pointer}”.`),
    details: { problems },
  });
}

/** The error of one problem. */
export function refused(code: ProblemCode, pointer: string, message: string): EslabonError {
  return refusedWith([{ code, pointer, message }]);
}
