import { blockAt } from '@eslabon/chain';
import { EslabonError } from '@eslabon/core';
import type { AgentParts } from '../agent-parts.js';
import { unixSeconds } from '../platform/clock.js';
import type { TrustMode } from './build-bundle.js';
import type { BuiltBundle } from './create-bundle-service.js';

type Parts = Pick<AgentParts, 'bundles' | 'client' | 'follower' | 'archive'>;

/**
 * The bundle as of the last block at or before an instant; the newest when that is the one. When its state cannot be had
 * any more, or no node answers, that of the newest archived block at or before the instant: every block in which something
 * changed is archived, so that it says the same.
 * @param trust what the bundle is to stand on; as the service has it when absent
 * @throws EslabonError CHAIN_BLOCK_UNKNOWN before the registries were there, CHAIN_*, BUNDLE_NOT_READY, BUNDLE_TRUST_MODE
 */
export async function bundleAsOf(parts: Parts, at: Date, trust?: TrustMode): Promise<BuiltBundle> {
  const instant = unixSeconds(at);
  try {
    const latest = await parts.bundles.latest(trust);
    if (instant >= latest.loaded.block.timestamp) return latest;
    return await parts.bundles.at(await blockOf(parts, instant), trust);
  } catch (error) {
    if (!(error instanceof EslabonError) || !error.code.startsWith('CHAIN_')) throw error;
    const archived = await parts.archive.nearest({ instant });
    if (archived === undefined) throw error;
    return parts.bundles.at(archived.number, trust);
  }
}

function blockOf({ client, follower: { index } }: Parts, instant: number): Promise<number> {
  return blockAt(client, instant, index.deployBlock, index.head());
}
