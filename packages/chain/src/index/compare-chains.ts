import { EslabonError } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import type { ChainBlock } from '../client/get-block.js';
import { getBlock } from '../client/get-block.js';
import type { NodeFinding } from '../client/pool/gather-failures.js';
import type { StoredBlock } from './event-store.js';

/** Why a node's chain is not the one that was followed until now, if it is not. */
export async function contradiction(
  node: ChainClient,
  followed: StoredBlock,
  latest: ChainBlock,
): Promise<EslabonError | undefined> {
  if (latest.number < followed.number) {
    return new EslabonError(
      'CHAIN_LAGGING',
      `The node's chain ends at block ${latest.number}; block ${followed.number} was there before.`,
      { hints: ['The node is behind, was restored, or another one answers at its address.'] },
    );
  }
  const { hash } = await getBlock(node, followed.number);
  if (hash === followed.hash) return undefined;
  return new EslabonError(
    'CHAIN_FORKED',
    `The node has ${hash} as block ${followed.number}, which was ${followed.hash} before.`,
    { hints: ['The node follows another fork, or the chain was started anew.'] },
  );
}

/** Whether so many nodes contradict what was followed that it is the chain that changed. */
export function isChainChanged(error: unknown): boolean {
  if (!(error instanceof EslabonError)) return false;
  const nodes = (error.details.nodes as readonly NodeFinding[] | undefined) ?? [error];
  const contradicting = nodes.filter(({ code }) => code === 'CHAIN_FORKED' || code === 'CHAIN_LAGGING');
  return contradicting.length * 2 > nodes.length;
}

/** The newest of some blocks, ascending, that a node's chain still has, found by bisection. */
export async function newestShared(
  node: ChainClient,
  blocks: readonly StoredBlock[],
  latest: ChainBlock,
): Promise<StoredBlock | undefined> {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { number, hash } = blocks[middle] as StoredBlock;
    if (number <= latest.number && (await getBlock(node, number)).hash === hash) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}
