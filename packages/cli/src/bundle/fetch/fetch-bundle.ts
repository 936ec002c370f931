import { bundleDigest } from '@eslabon/bundle';
import { EslabonError } from '@eslabon/core';
import { agentAddress } from '../../agent/agent-address.js';
import { printLines } from '../../output/print-lines.js';
import type { Session } from '../../program/session.js';
import { parseInstant } from '../../verify/parse-instant.js';
import { keepIfSound } from '../open/keep-if-sound.js';
import { findProver, refusalOf } from '../open/load-prover.js';
import { demandBundle } from '../open/magic.js';
import { readBundle } from '../open/read-bundle.js';
import { fetchChange } from './fetch-change.js';
import type { FetchOptions } from './fetch-command.js';
import { fetchSentences } from './fetch-sentences.js';
import { fetchWhole } from './fetch-whole.js';
import type { BundleKind } from './kind-query.js';

/**
 * Fetches a bundle and writes it to `options.out`, whole or not at all, and only if it holds where there is a trust
 * anchor.
 * @throws EslabonError as the agent answered; BUNDLE_* when the answer is no bundle or does not hold; CONFLICT when the
 * bundle of before is newer; FILE_UNWRITABLE. The file of before is then untouched.
 */
export async function fetchBundle(options: FetchOptions, session: Session): Promise<number> {
  const { io, language } = session;
  const { out, block } = options;
  const past = [options.block, options.at, options.base].filter((option) => option !== undefined);
  if (past.length > 1) {
    throw new EslabonError('INPUT_INVALID', 'Only one of --base, --block and --at can be given.');
  }
  const at = options.at === undefined ? undefined : parseInstant(options.at);
  const client = await agentAddress(io, options);
  const prover = await findProver(io, options);
  const kind: BundleKind = { register: options.register === true, mode: options.mode };
  const base = options.base === undefined ? undefined : await readBase(options.base, session);

  const change = base && (await fetchChange(client, { base, kind, prover }, session));
  if (change === 'current' && out === options.base) {
    printLines(io.stdout, [fetchSentences[language].current(out)]);
    return 0;
  }
  const file =
    change === 'current'
      ? base
      : (change ?? (await fetchWhole(client, { out, ...kind, block, at }, session)));
  demandBundle(file as Uint8Array, client.baseUrl);
  const isNewest = block === undefined && at === undefined;
  await keepIfSound(file as Uint8Array, { out, prover, forwardOnly: isNewest }, session);
  return 0;
}

/** A base that is not there, or is no bundle, is as good as none: then everything is fetched. */
async function readBase(file: string, { io, language }: Session): Promise<Uint8Array | undefined> {
  try {
    const base = await readBundle(io, file);
    bundleDigest(base);
    return base;
  } catch (error) {
    printLines(io.stderr, [fetchSentences[language].noBase(file, refusalOf(error).code)]);
    return undefined;
  }
}
