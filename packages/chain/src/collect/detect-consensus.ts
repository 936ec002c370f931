import type { BlockHeader, ConsensusPeriod, ConsensusProtocol, RpcBlock } from '@eslabon/bundle';
import { blockHash, decodeHeader, encodeHeader } from '@eslabon/bundle';
import type { Hash } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import { getBlock } from '../client/get-block.js';
import { requireSound } from './require-sound.js';

/** Ways to hash a header: plainly, or as a BFT protocol does. Those of the protocols never give the same hash. */
const ways: readonly (ConsensusProtocol | undefined)[] = [undefined, 'qbft', 'ibft2'];

/**
 * Finds out which protocol makes the blocks of a chain, and from which block on, by the hashes of its headers: the
 * protocols leave different parts of the extra data out (proofs.md §3).
 * @returns what a deployment has as `consensus`; undefined where headers are plainly hashed.
 * @throws EslabonError CHAIN_RESPONSE_INVALID when a header hashes in no known way, or in more ways than one chain has;
 * CHAIN_BLOCK_UNKNOWN when the node does not keep old blocks
 */
export async function detectConsensus(client: ChainClient): Promise<ConsensusPeriod[] | undefined> {
  const head = (await getBlock(client, 'latest')).number;
  const newest = await protocolOf(client, head);
  // A genesis block is hashed plainly whatever follows it.
  const first = Math.min(1, head);
  const oldest = await protocolOf(client, first);
  if (oldest === newest) return newest === undefined ? undefined : [{ fromBlock: 0, protocol: newest }];
  if (oldest === undefined || newest === undefined) {
    throw new EslabonError(
      'CHAIN_RESPONSE_INVALID',
      `Of this chain, block ${first} is hashed as one of ${oldest ?? 'no BFT protocol'}, block ${head} as one of ${newest ?? 'none'}.`,
      {
        hints: [
          'Only a move between IBFT 2.0 and QBFT is known. Write “consensus” into the deployment by hand.',
        ],
      },
    );
  }
  const fromBlock = await firstBlockOf(client, newest, { before: first, head });
  return [
    { fromBlock: 0, protocol: oldest },
    { fromBlock, protocol: newest },
  ];
}

/** By bisection: the protocol changes once. */
async function firstBlockOf(
  client: ChainClient,
  protocol: ConsensusProtocol,
  { before, head }: { before: number; head: number },
): Promise<number> {
  let [low, high] = [before, head];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((await protocolOf(client, middle)) === protocol) high = middle;
    else low = middle;
  }
  return high;
}

async function protocolOf(client: ChainClient, number: number): Promise<ConsensusProtocol | undefined> {
  const block = await getBlock(client, number);
  const header = requireSound('header', () => decodeHeader(encodeHeader(block.raw as unknown as RpcBlock)));
  const fitting = ways.filter((way) => hashes(way, header, block.hash));
  if (fitting.length > 0) return fitting[0];
  throw new EslabonError(
    'CHAIN_RESPONSE_INVALID',
    `The header of block ${number} does not hash to ${block.hash} in any known way.`,
    { hints: ['Known are plain headers, QBFT and IBFT 2.0. Ask another node.'] },
  );
}

function hashes(way: ConsensusProtocol | undefined, header: BlockHeader, expected: Hash): boolean {
  try {
    return blockHash(way, header) === expected;
  } catch {
    // Its extra data are not of this protocol.
    return false;
  }
}
