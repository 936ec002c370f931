import type { BundleContent, LoadedBundle } from '@eslabon/bundle';
import { EslabonError, errorCodeOf } from '@eslabon/core';
import type { AgentParts } from '../agent-parts.js';
import { type BuildParts, buildBundle, type SealsFollowed, type TrustMode } from './build-bundle.js';
import { openCheckpoints } from './checkpoints/open-checkpoints.js';

export interface BuiltBundle {
  blockNumber: number;
  bytes: Uint8Array;
  /** What the bytes encode, for a bundle with the partner register besides. */
  content: BundleContent;
  /** The same bundle, read back and verified as a border post would. */
  loaded: LoadedBundle;
}

/**
 * Offline bundles. Where the agent follows the validators' seals they stand on these, unless the block is before the
 * configured checkpoint or an attested one is asked for; otherwise on this authority's word.
 */
export interface BundleService {
  /**
   * As of the newest block; while the chain is down, the last one built.
   * @throws EslabonError CHAIN_*, BUNDLE_NOT_READY, BUNDLE_TRUST_MODE
   */
  latest(trust?: TrustMode): Promise<BuiltBundle>;
  /**
   * As of a past block, from the archive when no node has its state any more.
   * @throws EslabonError CHAIN_BLOCK_UNKNOWN, CHAIN_*, BUNDLE_TRUST_MODE when this agent has no seals for the block
   */
  at(blockNumber: number, trust?: TrustMode): Promise<BuiltBundle>;
}

const kept = 16;

/** How long a caller waits for a chain that hangs, when there is an older bundle to answer with. */
const patienceMs = 5000;

export async function createBundleService(
  parts: BuildParts & Pick<AgentParts, 'database'>,
): Promise<BundleService> {
  const { config, follower, log } = parts;
  const { index } = follower;
  const { seals } = config;
  const followed = seals && { seals, checkpoints: await openCheckpoints(parts.database, seals) };
  const built = new Map<string, Promise<BuiltBundle>>();
  const newest = new Map<TrustMode, { generation: number; bundle: BuiltBundle }>();

  const sealsFor = (blockNumber: number, trust?: TrustMode): SealsFollowed | undefined => {
    if (trust === 'attested') return undefined;
    if (followed && blockNumber >= followed.seals.checkpoint.number) return followed;
    if (trust === undefined) return undefined;
    throw notSealed(blockNumber, followed);
  };

  const build = (blockNumber: number, trust?: TrustMode): Promise<BuiltBundle> => {
    const seals = sealsFor(blockNumber, trust);
    // A chain that lost blocks may have another one of this number.
    const name = `${index.generation()}/${seals === undefined ? 'attested' : 'sealed'}/${blockNumber}`;
    const existing = built.get(name);
    if (existing !== undefined) return existing;
    const building = buildHealing(parts, blockNumber, seals);
    building.catch(() => built.delete(name));
    built.set(name, building);
    for (const old of [...built.keys()].slice(0, -kept)) built.delete(old);
    return building;
  };

  return {
    async at(blockNumber, trust) {
      requireFollowed(blockNumber, index.deployBlock, index.head());
      return build(blockNumber, trust);
    },
    async latest(trust) {
      const mode = trust ?? (followed === undefined ? 'attested' : 'sealed');
      const found = newest.get(mode);
      const last = found?.generation === index.generation() ? found.bundle : undefined;
      // The follower asks the chain again and again by itself: nobody has to wait for that at a border post.
      if (last !== undefined && follower.trouble() !== undefined) return last;
      try {
        const head = await follower.sync(last === undefined ? undefined : patienceMs);
        const bundle = await build(head, trust);
        newest.set(mode, { generation: index.generation(), bundle });
        return bundle;
      } catch (error) {
        if (last === undefined) throw error;
        log.warn({ err: error, block: last.blockNumber }, 'answering with the last bundle');
        return last;
      }
    },
  };
}

/** Events that do not add up to the chain's state are read anew, once: a node may have lost some. */
async function buildHealing(
  parts: BuildParts,
  blockNumber: number,
  seals: SealsFollowed | undefined,
): Promise<BuiltBundle> {
  try {
    return await buildBundle(parts, blockNumber, seals);
  } catch (error) {
    if (errorCodeOf(error) !== 'CHAIN_INDEX_DIVERGED') throw error;
    await parts.follower.heal();
    return buildBundle(parts, blockNumber, seals);
  }
}

function requireFollowed(blockNumber: number, first: number, head: number): void {
  if (blockNumber >= first && blockNumber <= head) return;
  throw new EslabonError('CHAIN_BLOCK_UNKNOWN', `Block ${blockNumber} is not between ${first} and ${head}.`, {
    hints: ['The registries begin at their first block; newer blocks come as the chain goes on.'],
  });
}

function notSealed(blockNumber: number, followed: SealsFollowed | undefined): EslabonError {
  const why =
    followed === undefined
      ? 'it does not follow the validators'
      : `its checkpoint is block ${followed.seals.checkpoint.number}, and seals lead only forward`;
  return new EslabonError('BUNDLE_TRUST_MODE', `This agent has no seals for block ${blockNumber}: ${why}.`, {
    hints: ['Ask for a bundle that the authority attests.'],
  });
}
