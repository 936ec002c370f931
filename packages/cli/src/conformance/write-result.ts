import { writeAtomically } from '../files/write-atomically.js';
import { printLines } from '../output/print-lines.js';
import type { Session } from '../program/session.js';

/** What a suite reads. `data` is what was made, or what was found out. */
export interface ConformanceResult {
  result: 'success' | 'failure' | 'indeterminate';
  data?: string;
}

/**
 * Writes the result where the suite looks for it, and says it on standard output.
 * @returns the exit code: 0 for success, 1 for any other result.
 * @throws EslabonError FILE_UNWRITABLE
 */
export async function writeResult(
  { io }: Session,
  output: string,
  outcome: ConformanceResult,
  reasons: readonly string[] = [],
): Promise<number> {
  await writeAtomically(io, output, new TextEncoder().encode(`${JSON.stringify(outcome)}\n`));
  printLines(io.stdout, [[outcome.result, ...reasons].join(': ')]);
  return outcome.result === 'success' ? 0 : 1;
}
