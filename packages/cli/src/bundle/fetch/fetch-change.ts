import { createHash } from 'node:crypto';
import { applyDelta, bundleDigest } from '@eslabon/bundle';
import { type ClientOptions, download, isCurrent } from '@eslabon/client';
import { EslabonError } from '@eslabon/core';
import { printLines } from '../../output/print-lines.js';
import type { Session } from '../../program/session.js';
import { type Prover, refusalOf } from '../open/load-prover.js';
import { downloadToMemory } from './download-file.js';
import { fetchSentences } from './fetch-sentences.js';
import { type BundleKind, kindQuery } from './kind-query.js';

export interface ChangeRequest {
  base: Uint8Array;
  kind: BundleKind;
  prover: Prover | undefined;
}

/**
 * The newest bundle by what changed since `base`.
 * @returns `current` when `base` is the newest; undefined when there is no delta from it, and the whole has to be fetched.
 * @throws EslabonError as the agent answers, UNAVAILABLE
 */
export async function fetchChange(
  client: ClientOptions,
  { base, kind, prover }: ChangeRequest,
  { io, language }: Session,
): Promise<Uint8Array | 'current' | undefined> {
  const query = kindQuery(kind);
  const say = fetchSentences[language];
  const etag = createHash('sha256').update(base).digest('hex');
  if (await isCurrent(client, 'getLatestBundle', { query }, etag)) return 'current';
  const block = blockOf(base, prover);
  const from = { base: bundleDigest(base), ...(block === undefined ? {} : { block }) };
  try {
    const found = await download(client, 'getBundleDelta', { query: { ...query, ...from } });
    if (found === undefined) throw new TypeError('The agent answered “not modified” without a condition.');
    const delta = await downloadToMemory(found);
    printLines(io.stderr, [say.delta(delta.length)]);
    return applyDelta(base, delta);
  } catch (error) {
    const { code } = refusalOf(error);
    if (!code.startsWith('DELTA_')) throw error;
    printLines(io.stderr, [say.noDelta(code)]);
    return undefined;
  }
}

/** With its block, the agent may make a base again that it no longer has. */
function blockOf(base: Uint8Array, prover: Prover | undefined): number | undefined {
  try {
    return prover?.prove(base).block.number;
  } catch (error) {
    if (error instanceof EslabonError) return undefined;
    throw error;
  }
}
