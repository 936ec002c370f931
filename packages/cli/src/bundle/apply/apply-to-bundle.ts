import { applyDelta } from '@eslabon/bundle';
import { EslabonError } from '@eslabon/core';
import type { Session } from '../../program/session.js';
import { keepIfSound } from '../open/keep-if-sound.js';
import { findProver } from '../open/load-prover.js';
import { readBundle } from '../open/read-bundle.js';
import type { ApplyOptions } from './apply-command.js';

/**
 * Applies a delta and writes the newer bundle to `options.out`, if it holds.
 * @throws EslabonError DELTA_*, BUNDLE_*, TRUST_*, FILE_*; CONFLICT when the bundle there is newer; the file of before is then untouched.
 */
export async function applyToBundle(
  base: string,
  delta: string,
  options: ApplyOptions,
  session: Session,
): Promise<number> {
  const { io } = session;
  if (base === '-' && delta === '-') {
    throw new EslabonError('INPUT_INVALID', 'Only one of the bundle and the delta can be standard input.');
  }
  const prover = await findProver(io, options);
  const baseFile = await readBundle(io, base);
  const file = applyDelta(baseFile, await readBundle(io, delta, 'delta'));
  await keepIfSound(file, { out: options.out, prover, forwardOnly: true }, session);
  return 0;
}
