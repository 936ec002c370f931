import type { BundleTrust, Checkpoint, LoadedBundle, SealTrust, TrustAnchor } from '@eslabon/bundle';
import { attestBlock, decodeHeader, encodeBundle, openBundle } from '@eslabon/bundle';
import { collectBundle } from '@eslabon/chain';
import { errorCodeOf } from '@eslabon/core';
import type { AgentParts } from '../agent-parts.js';
import { unixSeconds } from '../platform/clock.js';
import type { Checkpoints } from './checkpoints/open-checkpoints.js';
import type { BuiltBundle } from './create-bundle-service.js';
import { attestingFragment, ownAttestor } from './own-attestor.js';

export type BuildParts = Pick<
  AgentParts,
  'config' | 'keys' | 'client' | 'follower' | 'archive' | 'clock' | 'log'
>;

/** What a bundle stands on: validators' seals, or the word of this authority. */
export type TrustMode = BundleTrust['mode'];

/** What sealed bundles start from, for posts and for this agent itself. */
export interface SealsFollowed {
  seals: SealTrust;
  checkpoints: Checkpoints;
}

/**
 * Collects a bundle, and opens it as a border post would.
 * @param followed makes it a sealed one. It begins at the configured checkpoint, because posts may have had none since;
 * opened it is from the agent's own, which goes on with the chain.
 * @throws EslabonError CHAIN_*, BUNDLE_*
 */
export async function buildBundle(
  parts: BuildParts,
  blockNumber: number,
  followed?: SealsFollowed,
): Promise<BuiltBundle> {
  const { config, client, follower, archive, log } = parts;
  const content = await collectBundle({
    ...{ client, deployment: config.deployment, index: follower.index, blockNumber, archive },
    onDoubt: (doubt) => log.error({ code: doubt.code, block: blockNumber }, doubt.message),
    ...(followed === undefined
      ? { attest: (block) => attest(parts, block) }
      : { checkpoint: followed.seals.checkpoint }),
  });
  const bytes = encodeBundle(content);
  const clock = unixSeconds(parts.clock());
  if (followed === undefined) {
    const trust = { ...config.deployment, attestors: [ownAttestor(parts)] };
    const loaded = openBundle(bytes, trust, { attestor: config.country, now: clock });
    return { blockNumber, bytes, content, loaded };
  }
  // A block before our own checkpoint was believed when it was the newest: that is when it is judged.
  const isPast = blockNumber < followed.checkpoints.newest().number;
  const now = isPast ? decodeHeader(content.header).timestamp : clock;
  const loaded = openSealed(parts, { bytes, blockNumber, now }, followed);
  if (loaded.trust.mode === 'sealed') await followed.checkpoints.advance(loaded.trust.checkpoint);
  return { blockNumber, bytes, content, loaded };
}

function openSealed(
  { config }: BuildParts,
  { bytes, blockNumber, now }: { bytes: Uint8Array; blockNumber: number; now: number },
  { seals, checkpoints }: SealsFollowed,
): LoadedBundle {
  const openFrom = (checkpoint: Checkpoint): LoadedBundle => {
    const trust: TrustAnchor = { ...config.deployment, attestors: [], seals: { ...seals, checkpoint } };
    return openBundle(bytes, trust, { attestor: config.country, now });
  };
  try {
    return openFrom(checkpoints.before(blockNumber));
  } catch (error) {
    // The headers in it were chosen to lead from the configured checkpoint; from a later one some step may be missing.
    if (errorCodeOf(error) !== 'BUNDLE_CHECKPOINT') throw error;
    return openFrom(seals.checkpoint);
  }
}

function attest(
  parts: BuildParts,
  block: { number: number; hash: `0x${string}`; timestamp: number },
): Promise<string> {
  const { keys, config } = parts;
  return attestBlock({
    did: keys.did,
    kid: ownAttestor(parts).kid,
    algorithm: 'ES256',
    chainId: config.deployment.chainId,
    ...block,
    sign: (data) => keys.key(attestingFragment).sign(data),
  });
}
