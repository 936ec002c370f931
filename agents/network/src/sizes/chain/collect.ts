import type { BundleContent, Checkpoint, TrustAnchor } from '@eslabon/bundle';
import { decodeHeader, encodeBundle } from '@eslabon/bundle';
import { collectBundle, collectCheckpoint } from '@eslabon/chain';
import type { SealedChain } from './sealed-chain.js';

/** A bundle, and what a border post opens it with. */
export interface BuiltBundle {
  content: BundleContent;
  file: Uint8Array;
  trust: TrustAnchor;
  /** Unix seconds: the post's clock when it opens it. */
  now: number;
  /** Milliseconds for collecting and encoding. */
  buildMs: number;
}

const trustingPeriod = 30 * 86_400;

/** A block that posts start from. */
export function checkpointNow({ client, deployment, index }: SealedChain): Promise<Checkpoint> {
  return collectCheckpoint(client, deployment.consensus ?? [], index.head());
}

/** The bundle of the newest block, as an agent makes it that has followed the chain's events. */
export async function buildBundle(chain: SealedChain, checkpoint: Checkpoint): Promise<BuiltBundle> {
  const { client, deployment, index } = chain;
  await index.sync();
  const started = performance.now();
  const content = await collectBundle({ client, deployment, index, checkpoint });
  const file = encodeBundle(content);
  const buildMs = performance.now() - started;
  const { timestamp } = decodeHeader(content.header);
  const trust = { ...deployment, attestors: [], seals: { checkpoint, trustingPeriod } };
  return { content, file, trust, now: timestamp + 60, buildMs };
}
