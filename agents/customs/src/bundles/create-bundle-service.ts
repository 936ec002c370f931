import { attestBlock, encodeBundle, type LoadedBundle, openBundle, type TrustAnchor } from '@eslabon/bundle';
import { collectBundle } from '@eslabon/chain';
import { EslabonError } from '@eslabon/core';
import { formatMultikey } from '@eslabon/credentials';
import type { AgentParts } from '../agent-parts.js';
import { publicKeyOf } from '../platform/keys/public-key-of.js';

type Parts = Pick<AgentParts, 'config' | 'keys' | 'client' | 'follower' | 'log'>;

export interface BuiltBundle {
  blockNumber: number;
  bytes: Uint8Array;
  /** The same bundle, read back and verified as a border post would. */
  loaded: LoadedBundle;
}

/** Offline bundles that this authority attests. */
export interface BundleService {
  /** As of the newest block; while the chain is down, the last one built. @throws EslabonError CHAIN_*, BUNDLE_NOT_READY */
  latest(): Promise<BuiltBundle>;
  /** As of a past block. @throws EslabonError CHAIN_BLOCK_UNKNOWN, CHAIN_* */
  at(blockNumber: number): Promise<BuiltBundle>;
}

/** Key that attests blocks. */
const attestingFragment = 'delegate-1';
const kept = 16;

/** How long a caller waits for a chain that hangs, when there is an older bundle to answer with. */
const patienceMs = 5000;

export function createBundleService(parts: Parts): BundleService {
  const built = new Map<number, Promise<BuiltBundle>>();
  let newest: BuiltBundle | undefined;

  const at = (blockNumber: number): Promise<BuiltBundle> => {
    const existing = built.get(blockNumber);
    if (existing !== undefined) return existing;
    const building = buildHealing(parts, blockNumber);
    building.catch(() => built.delete(blockNumber));
    built.set(blockNumber, building);
    for (const old of [...built.keys()].slice(0, -kept)) built.delete(old);
    return building;
  };

  return {
    async at(blockNumber) {
      const head = parts.follower.index.head();
      const first = parts.config.deployment.deployBlock ?? 0;
      if (blockNumber > head || blockNumber < first) {
        throw new EslabonError(
          'CHAIN_BLOCK_UNKNOWN',
          `Block ${blockNumber} is not between ${first} and ${head}.`,
          {
            hints: ['The registries begin at their first block; newer blocks come as the chain goes on.'],
          },
        );
      }
      return at(blockNumber);
    },
    async latest() {
      // The follower asks the chain again and again by itself: nobody has to wait for that at a border post.
      if (newest !== undefined && parts.follower.trouble() !== undefined) return newest;
      try {
        const head = await parts.follower.sync(newest === undefined ? undefined : patienceMs);
        newest = await at(head);
      } catch (error) {
        if (newest === undefined) throw error;
        parts.log.warn({ err: error, block: newest.blockNumber }, 'answering with the last bundle');
      }
      return newest;
    },
  };
}

/** Events that do not add up to the chain's state are forgotten and read anew, once: a node may have lost some. */
async function buildHealing(parts: Parts, blockNumber: number): Promise<BuiltBundle> {
  try {
    return await build(parts, blockNumber);
  } catch (error) {
    if (!(error instanceof EslabonError) || error.code !== 'CHAIN_INDEX_DIVERGED') throw error;
    parts.log.error(
      { block: blockNumber, reason: error.message },
      'the events do not fit the chain; reading them anew',
    );
    await parts.follower.index.reset();
    await parts.follower.sync();
    return build(parts, blockNumber);
  }
}

async function build({ config, keys, client, follower }: Parts, blockNumber: number): Promise<BuiltBundle> {
  const { key, did } = keys;
  const kid = `${did}#${attestingFragment}`;
  const content = await collectBundle({
    client,
    deployment: config.deployment,
    index: follower.index,
    blockNumber,
    attest: (block) =>
      attestBlock({
        did,
        kid,
        algorithm: 'ES256',
        chainId: config.deployment.chainId,
        ...block,
        sign: (data) => key(attestingFragment).sign(data),
      }),
  });
  const bytes = encodeBundle(content);
  const trust: TrustAnchor = {
    ...config.deployment,
    attestors: [
      {
        country: config.country,
        kid,
        publicKeyMultibase: formatMultikey(publicKeyOf(key(attestingFragment))),
      },
    ],
  };
  return { blockNumber, bytes, loaded: openBundle(bytes, trust, { attestor: config.country }) };
}
