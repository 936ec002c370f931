import type { Hash } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { ChainClient } from './create-chain-client.js';
import { formatQuantity, parseData, parseObject, parseQuantity } from './wire.js';

export interface ChainBlock {
  number: number;
  hash: Hash;
  /** Unix seconds. */
  timestamp: number;
  /** The node's answer, as it came. */
  raw: Record<string, unknown>;
}

/**
 * A block by number, or the newest.
 * @throws EslabonError CHAIN_BLOCK_UNKNOWN when the node does not have it
 */
export async function getBlock(client: ChainClient, number: number | 'latest'): Promise<ChainBlock> {
  const tag = number === 'latest' ? number : formatQuantity(number);
  const answer = await client.request('eth_getBlockByNumber', [tag, false]);
  if (answer === null) {
    throw new EslabonError('CHAIN_BLOCK_UNKNOWN', `The node does not know block ${number}.`);
  }
  const raw = parseObject(answer, `block ${number}`);
  const block = {
    number: parseQuantity(raw.number, 'number of a block'),
    hash: parseData(raw.hash, 'hash of a block', 32),
    timestamp: parseQuantity(raw.timestamp, 'timestamp of a block'),
    raw,
  };
  if (number === 'latest' || block.number === number) return block;
  throw new EslabonError(
    'CHAIN_RESPONSE_INVALID',
    `Asked for block ${number}, the node gave ${block.number}.`,
  );
}
