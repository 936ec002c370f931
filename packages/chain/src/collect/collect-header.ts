import type { ConsensusPeriod, RpcBlock } from '@eslabon/bundle';
import { blockHash, decodeHeader, encodeHeader, protocolAt } from '@eslabon/bundle';
import type { Hash } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import { getBlock } from '../client/get-block.js';
import { requireSound } from './require-sound.js';

export interface CollectedHeader {
  number: number;
  hash: Hash;
  /** Unix seconds. */
  timestamp: number;
  stateRoot: Hash;
  rlp: Uint8Array;
}

/**
 * Rebuilds a block's header from the node's JSON and checks that it has the block's hash, by the protocol that makes the
 * blocks there. Seals are not checked.
 * @throws EslabonError CHAIN_RESPONSE_INVALID, CHAIN_BLOCK_UNKNOWN
 */
export async function collectHeader(
  client: ChainClient,
  blockNumber: number,
  consensus?: readonly ConsensusPeriod[],
): Promise<CollectedHeader> {
  const block = await getBlock(client, blockNumber);
  const rlp = requireSound('header', () => encodeHeader(block.raw as unknown as RpcBlock));
  const header = requireSound('header', () => decodeHeader(rlp));
  const hash = requireSound('header', () => blockHash(protocolAt(consensus, blockNumber), header));
  if (hash !== block.hash) {
    throw new EslabonError(
      'CHAIN_RESPONSE_INVALID',
      `The header of block ${blockNumber} hashes to ${hash}; the node says ${block.hash}.`,
      {
        hints: [
          'Chains of QBFT or IBFT 2.0 hash headers otherwise: the deployment names them in “consensus”.',
        ],
      },
    );
  }
  const { number, timestamp, stateRoot } = header;
  return { number, hash, timestamp, stateRoot, rlp };
}
