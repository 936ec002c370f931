import type { LoadedBundle } from '@eslabon/bundle';
import { EslabonError, type Verdict } from '@eslabon/core';
import { verify } from '@eslabon/verifier';
import type { AgentParts } from '../agent-parts.js';
import { unixSeconds } from '../platform/clock.js';
import { blockAt } from '../registry/block-at.js';

type Parts = Pick<AgentParts, 'config' | 'bundles' | 'client' | 'follower' | 'clock'>;

/**
 * The verdict of this authority on a credential or presentation, now or as of a past instant. A chain that does not
 * answer makes the verdict UNDETERMINED, never invalid.
 */
export async function verifyPresented(
  parts: Parts,
  presented: unknown,
  at: Date | undefined,
): Promise<Verdict> {
  const source = await sourceFor(parts, at).then(
    (bundle) => ({ bundle }),
    (error: unknown) => ({ failure: asFailure(error) }),
  );
  return verify({ presented, source, policy: { as: parts.config.country }, at: at ?? parts.clock() });
}

async function sourceFor(
  { bundles, client, follower, config }: Parts,
  at: Date | undefined,
): Promise<LoadedBundle> {
  const latest = await bundles.latest();
  if (at === undefined || unixSeconds(at) >= latest.loaded.block.timestamp) return latest.loaded;
  const first = config.deployment.deployBlock ?? 0;
  const block = await blockAt(client, unixSeconds(at), first, follower.index.head());
  return (await bundles.at(block)).loaded;
}

function asFailure(error: unknown): EslabonError {
  if (error instanceof EslabonError) return error;
  throw error;
}
