import type { BundleContent, Checkpoint } from '@eslabon/bundle';
import { maxHops } from '@eslabon/bundle';
import type { Hash } from '@eslabon/core';
import { inSession } from '../client/in-session.js';
import { collectSeals } from './collect-seals.js';
import type { ProveStateOptions } from './prove-state.js';
import { proveState } from './prove-state.js';

export interface BlockToAttest {
  number: number;
  hash: Hash;
  /** Unix seconds. */
  timestamp: number;
}

interface CollectOptions extends ProveStateOptions {
  /** The newest when absent. */
  blockNumber?: number;
}

interface ByAttestation {
  /** Signs that the chain has this block: `attestBlock` of @eslabon/bundle. Called after everything was checked. */
  attest(block: BlockToAttest): Promise<string>;
}

interface BySeals {
  /** The block whose validators the readers trust; theirs may be newer. Needs `consensus` in the deployment. */
  checkpoint: Checkpoint;
  /** Most headers between checkpoint and block; 256, the most that a bundle can have, when absent. */
  maxHops?: number;
}

export type CollectBundleOptions = CollectOptions & (ByAttestation | BySeals);

/**
 * Collects what an offline bundle needs as of one block, and what makes its readers believe the block: the word of an
 * attestor, or the seals of the validators. Nothing is taken on the node's word: header, seals, accounts, code, ERC-1056
 * changes and the whole storage of the registries are checked as the reader of the bundle will. Of several nodes, one
 * that gives what does not hold is left for the next.
 * @throws EslabonError CHAIN_INDEX_DIVERGED when events were lost or altered: see `healIndex`;
 * CHAIN_BLOCK_UNKNOWN when neither node nor archive has the state of that block; CHAIN_MISMATCH when it has not these
 * contracts; BUNDLE_CHECKPOINT when seals do not lead from the checkpoint to the block; BUNDLE_VALIDATORS when the chain
 * leaves its validators to a contract; CHAIN_UNREACHABLE, CHAIN_RESPONSE_INVALID
 */
export async function collectBundle(options: CollectBundleOptions): Promise<BundleContent> {
  const { client, index } = options;
  const blockNumber = await followedBlock(options);
  const { nodes, facts, ...block } =
    'attest' in options
      ? await proveAttested(options, blockNumber)
      : await inSession(client, (node) => proveSealed({ ...options, client: node }, blockNumber));
  return {
    chainId: client.chainId,
    ...block,
    nodes,
    facts,
    keySets: [...index.keySetsAt(blockNumber)]
      .map(([authority, bytes]) => ({ authority, bytes }))
      .sort((a, b) => (a.authority < b.authority ? -1 : 1)),
  };
}

/** No node is needed for a block that was followed before and stands in the archive. */
async function followedBlock({ index, blockNumber }: CollectOptions): Promise<number> {
  if (blockNumber !== undefined && blockNumber <= index.head()) return blockNumber;
  const { head } = await index.sync();
  return blockNumber ?? head;
}

type Proven = Pick<BundleContent, 'header' | 'trust' | 'nodes' | 'facts'>;

async function proveAttested(options: CollectOptions & ByAttestation, blockNumber: number): Promise<Proven> {
  const { header, ...state } = await proveState(options, blockNumber);
  const { number, hash, timestamp, rlp } = header;
  const statement = await options.attest({ number, hash, timestamp });
  return { ...state, header: rlp, trust: { mode: 'attested', statement } };
}

/** Headers come after proofs, because nodes soon forget old state and never old headers. */
async function proveSealed(options: CollectOptions & BySeals, blockNumber: number): Promise<Proven> {
  const { client, deployment, checkpoint, maxHops: most = maxHops } = options;
  const { header: block, ...state } = await proveState(options, blockNumber);
  const { header, hops } = await collectSeals(client, {
    block,
    checkpoint,
    maxHops: most,
    consensus: deployment.consensus,
  });
  return { ...state, header, trust: { mode: 'sealed', hops } };
}
