import type { Address } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import { getBlock } from '../client/get-block.js';
import { getLogs } from '../client/get-logs.js';
import type { EventBatch, StoredBlock } from './event-store.js';

/** Questions asked of the node at a time. */
const parallel = 8;

export interface BlockRange {
  fromBlock: number;
  toBlock: number;
}

/** Reads the events of a range and the blocks they stand in. */
export async function readBatch(
  client: ChainClient,
  addresses: readonly Address[],
  { fromBlock, toBlock }: BlockRange,
): Promise<EventBatch> {
  const found = await getLogs(client, { addresses, fromBlock, toBlock });
  const blocks = await readBlocks(client, [...new Set(found.map((log) => log.blockNumber))]);
  const hashes = new Map(blocks.map(({ number, hash }) => [number, hash]));
  const logs = found.map(({ blockHash, ...log }) => {
    if (hashes.get(log.blockNumber) === blockHash) return log;
    throw new EslabonError(
      'CHAIN_RESPONSE_INVALID',
      `The node gave an event of block ${log.blockNumber} under another hash than the block's.`,
    );
  });
  const last = blocks.at(-1);
  const head = last?.number === toBlock ? last : ((await readBlocks(client, [toBlock]))[0] as StoredBlock);
  return { head, blocks, logs };
}

async function readBlocks(client: ChainClient, numbers: readonly number[]): Promise<StoredBlock[]> {
  const blocks: StoredBlock[] = [];
  for (let start = 0; start < numbers.length; start += parallel) {
    const asked = numbers.slice(start, start + parallel).map((number) => getBlock(client, number));
    for (const { number, hash, timestamp } of await Promise.all(asked))
      blocks.push({ number, hash, timestamp });
  }
  return blocks;
}
