import { EslabonError } from '@eslabon/core';
import { writeAtomically } from '../../files/write-atomically.js';
import { describeAge } from '../../output/describe-age.js';
import { printLines } from '../../output/print-lines.js';
import type { Session } from '../../program/session.js';
import { keepSentences } from './keep-sentences.js';
import type { Prover } from './load-prover.js';
import { readBundle } from './read-bundle.js';

export interface Keeping {
  out: string;
  prover: Prover | undefined;
  /** Refuses to put an older bundle in the place of a newer one, in which a revocation may stand that it hides. */
  forwardOnly: boolean;
}

/**
 * Writes a bundle over the one of before, if it holds, and says so. Without a prover it is written as it came.
 * @throws EslabonError BUNDLE_*, CONFLICT, FILE_UNWRITABLE; the file of before is then untouched.
 */
export async function keepIfSound(
  file: Uint8Array,
  { out, prover, forwardOnly }: Keeping,
  { io, language }: Session,
): Promise<void> {
  const say = keepSentences[language];
  const block = prover?.prove(file).block;
  if (prover !== undefined && block !== undefined && forwardOnly) {
    const before = await readBundle(io, out).then(prover.prove).catch(asNone);
    if (before !== undefined && before.block.number > block.number) {
      throw new EslabonError(
        'CONFLICT',
        `“${out}” is of block ${before.block.number}, and this bundle only of block ${block.number}.`,
        { hints: ['The bundle that you have is newer and stays. To keep both, choose another --out.'] },
      );
    }
  }
  await writeAtomically(io, out, file);
  if (block === undefined) printLines(io.stdout, [say.unproven(out, file.length)]);
  else {
    const age = Math.floor(io.now().getTime() / 1000) - block.timestamp;
    printLines(io.stdout, [say.proven(out, file.length, block.number, describeAge(age, language))]);
  }
}

/** What is not there, or does not hold, is nothing to be kept. */
function asNone(error: unknown): undefined {
  if (error instanceof EslabonError) return undefined;
  throw error;
}
