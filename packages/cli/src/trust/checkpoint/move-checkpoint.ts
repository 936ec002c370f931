import type { Checkpoint, LoadedBundle, SealTrust } from '@eslabon/bundle';
import { EslabonError } from '@eslabon/core';
import { loadProver, refusalOf } from '../../bundle/open/load-prover.js';
import { readBundle } from '../../bundle/open/read-bundle.js';
import { describeInstant } from '../../output/describe-instant.js';
import { printError } from '../../output/print-error.js';
import { printJson } from '../../output/print-json.js';
import { printLines } from '../../output/print-lines.js';
import { printable } from '../../output/printable.js';
import type { Session } from '../../program/session.js';
import type { CheckpointOptions } from './checkpoint-command.js';
import { checkpointSentences } from './checkpoint-sentences.js';
import { writeCheckpoint } from './write-checkpoint.js';

/**
 * Says the checkpoint that a sealed bundle proves, and writes it into the trust anchor where that is asked for. A
 * checkpoint never goes back: a bundle from before it does not hold.
 * @returns 0, or 1 when the bundle does not hold.
 * @throws EslabonError BUNDLE_TRUST_MODE when bundle or trust anchor has nothing to do with seals; TRUST_*, FILE_*
 */
export async function moveCheckpoint(
  file: string,
  options: CheckpointOptions,
  session: Session,
): Promise<number> {
  const { io } = session;
  // Whose attestations count makes no difference for seals.
  const { trust, prove } = await loadProver(io, { ...options, as: 'ZZ' });
  const { seals } = trust.anchor;
  if (seals === undefined) throw noSeals(`The trust anchor “${trust.path}” has no checkpoint.`);
  const bytes = await readBundle(io, file);
  let bundle: LoadedBundle;
  try {
    bundle = prove(bytes);
  } catch (error) {
    printError(io, refusalOf(error));
    return 1;
  }
  if (bundle.trust.mode !== 'sealed') throw noSeals('The bundle is attested, not sealed.');
  const { checkpoint } = bundle.trust;
  tell(checkpoint, seals, options, session);
  if (options.write !== true || checkpoint.number <= seals.checkpoint.number) return 0;
  await confirm({ path: trust.path, from: seals.checkpoint, to: checkpoint }, options, session);
  await writeCheckpoint(io, trust.path, checkpoint);
  if (options.json !== true)
    printLines(io.stdout, [checkpointSentences[session.language].written(trust.path)]);
  return 0;
}

function noSeals(message: string): EslabonError {
  return new EslabonError('BUNDLE_TRUST_MODE', message, {
    hints: [
      'A checkpoint is for those who follow the validators: a sealed bundle, and “seals” in the trust anchor.',
    ],
  });
}

function tell(
  checkpoint: Checkpoint,
  { checkpoint: before, trustingPeriod }: SealTrust,
  options: CheckpointOptions,
  { io, language }: Session,
): void {
  if (options.json === true) {
    printJson(io, checkpoint);
    return;
  }
  const say = checkpointSentences[language];
  const { number, hash, timestamp, validators } = checkpoint;
  const joined = validators.filter((one) => !before.validators.includes(one)).length;
  const left = before.validators.filter((one) => !validators.includes(one)).length;
  printLines(io.stdout, [
    say.block(number, hash, describeInstant(iso(timestamp))),
    say.validators(validators.length, joined, left),
    say.until(describeInstant(iso(timestamp + trustingPeriod))),
    ...(number === before.number ? [say.current] : options.write === true ? [] : [say.hint]),
  ]);
}

async function confirm(
  { path, from, to }: { path: string; from: Checkpoint; to: Checkpoint },
  { yes }: CheckpointOptions,
  { io, language }: Session,
): Promise<void> {
  if (yes === true || io.ask === undefined) return;
  const say = checkpointSentences[language];
  const answer = await io.ask(printable(`${say.ask(path, from.number, to.number)} `));
  if (say.yes.includes(answer.trim().toLowerCase())) return;
  throw new EslabonError('TRUST_CONFIRMATION', `The checkpoint stays at block ${from.number}.`, {
    hints: ['Nothing was changed. --yes goes on without a question.'],
  });
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
