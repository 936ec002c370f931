import { EslabonError } from '@eslabon/core';
import type { Problem } from './problem.js';

/** The problems that an error carries, or `undefined` for an error of another kind. */
export function problemsOf(error: unknown): readonly Problem[] | undefined {
  if (!(error instanceof EslabonError)) return undefined;
  const { problems } = error.details;
  return Array.isArray(problems) ? (problems as readonly Problem[]) : undefined;
}
