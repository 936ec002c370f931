import { problemsOf } from './problems-of.js';
import { refusedWith } from './refused.js';

/**
 * An error about a part of a document, told of the whole: what it points to stands below `pointer`. Contexts stay where
 * they are: a proof has those of its document. Errors without problems are returned as they are.
 */
export function movedBelow(pointer: string, error: unknown): unknown {
  const problems = problemsOf(error);
  if (problems === undefined) return error;
  return refusedWith(
    problems.map((problem) =>
      problem.pointer.startsWith('/@context')
        ? problem
        : { ...problem, pointer: `${pointer}${problem.pointer}` },
    ),
  );
}
