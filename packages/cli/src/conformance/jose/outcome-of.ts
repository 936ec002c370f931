import { EslabonError } from '@eslabon/core';
import type { Session } from '../../program/session.js';
import type { ConformanceResult } from '../write-result.js';
import { writeResult } from '../write-result.js';

/**
 * Does the work and writes what came of it: `failure` for what is refused, `indeterminate` for a key of a kind that is
 * not supported. What is no EslabonError is a defect and is not caught.
 * @returns the exit code.
 */
export async function outcomeOf(
  session: Session,
  output: string,
  work: () => Promise<string>,
): Promise<number> {
  let outcome: ConformanceResult;
  try {
    outcome = { result: 'success', data: await work() };
  } catch (error) {
    if (!(error instanceof EslabonError)) throw error;
    const result = error.code === 'KEY_UNSUPPORTED' ? 'indeterminate' : 'failure';
    const data = `${error.code}: ${error.message}`;
    return writeResult(session, output, { result, data }, [data]);
  }
  return writeResult(session, output, outcome);
}
