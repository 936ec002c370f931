import type { RpcBlock } from '@eslabon/bundle';
import { decodeHeader, encodeHeader } from '@eslabon/bundle';
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

/** Rebuilds a block's header from the node's JSON and checks that it has the block's hash. */
export async function collectHeader(client: ChainClient, blockNumber: number): Promise<CollectedHeader> {
  const block = await getBlock(client, blockNumber);
  const rlp = requireSound('header', () => encodeHeader(block.raw as unknown as RpcBlock));
  const header = requireSound('header', () => decodeHeader(rlp));
  if (header.hash !== block.hash) {
    throw new EslabonError(
      'CHAIN_RESPONSE_INVALID',
      `The header of block ${blockNumber} hashes to ${header.hash}; the node says ${block.hash}.`,
      {
        hints: [
          'Chains with validators’ seals in the header (QBFT, IBFT 2.0) hash it otherwise: not supported.',
        ],
      },
    );
  }
  const { number, hash, timestamp, stateRoot } = header;
  return { number, hash, timestamp, stateRoot, rlp };
}
