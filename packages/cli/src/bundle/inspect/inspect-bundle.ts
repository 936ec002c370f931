import { bundleDigest, describeDelta, type LoadedBundle } from '@eslabon/bundle';
import type { EslabonError } from '@eslabon/core';
import { printError } from '../../output/print-error.js';
import { printJson } from '../../output/print-json.js';
import { printLines } from '../../output/print-lines.js';
import type { Session } from '../../program/session.js';
import { loadProver, refusalOf } from '../open/load-prover.js';
import { beginsAs } from '../open/magic.js';
import { readBundle } from '../open/read-bundle.js';
import { describeBundle } from './describe-bundle.js';
import type { InspectOptions } from './inspect-command.js';
import { inspectSentences } from './inspect-sentences.js';
import { summariseBundle } from './summarise-bundle.js';

/**
 * Checks a bundle and says what it proves; of a delta, what it is for.
 * @returns 0 when it holds, 1 when it is refused.
 * @throws EslabonError when the question could not be asked: files, trust anchor, options.
 */
export async function inspectBundle(
  file: string,
  options: InspectOptions,
  session: Session,
): Promise<number> {
  const { io, language } = session;
  const bytes = await readBundle(io, file);
  if (beginsAs('delta', bytes)) return inspectDelta(bytes, options, session);
  const { prove } = await loadProver(io, options);
  let bundle: LoadedBundle;
  try {
    bundle = prove(bytes);
  } catch (error) {
    return refuse(refusalOf(error), options, session);
  }
  const about = { digest: bundleDigest(bytes), bytes: bytes.length };
  const summary = summariseBundle(bundle, about, io.now());
  if (options.json === true) printJson(io, summary);
  else printLines(io.stdout, describeBundle(summary, language));
  return 0;
}

function inspectDelta(bytes: Uint8Array, options: InspectOptions, session: Session): number {
  const { io, language } = session;
  try {
    const delta = describeDelta(bytes);
    if (options.json === true) printJson(io, { delta: { ...delta, bytes: bytes.length } });
    else printLines(io.stdout, inspectSentences[language].delta(bytes.length, delta));
    return 0;
  } catch (error) {
    return refuse(refusalOf(error), options, session);
  }
}

function refuse(error: EslabonError, { json }: InspectOptions, { io }: Session): number {
  if (json === true) printJson(io, { error: { code: error.code, message: error.message } });
  printError(io, error);
  return 1;
}
