import type { Address, Hash, Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { ChainClient } from './create-chain-client.js';
import { formatQuantity, parseArray, parseData, parseObject, parseQuantity } from './wire.js';

export interface ChainLog {
  blockNumber: number;
  blockHash: Hash;
  /** Position in the block. */
  logIndex: number;
  address: Address;
  topics: Hash[];
  data: Hex;
}

export interface LogFilter {
  addresses: readonly Address[];
  /** By position; null for any. All events when absent. */
  topics?: readonly (Hash | null)[];
  fromBlock: number;
  toBlock: number;
}

/** The events of some contracts in a range of blocks, both ends included, in the order of the chain. */
export async function getLogs(client: ChainClient, filter: LogFilter): Promise<ChainLog[]> {
  const answer = await client.request('eth_getLogs', [
    {
      address: filter.addresses,
      ...(filter.topics === undefined ? {} : { topics: filter.topics }),
      fromBlock: formatQuantity(filter.fromBlock),
      toBlock: formatQuantity(filter.toBlock),
    },
  ]);
  const logs = parseArray(answer, 'eth_getLogs').map(parseLog);
  for (const log of logs) {
    const inside = log.blockNumber >= filter.fromBlock && log.blockNumber <= filter.toBlock;
    const isAsked = filter.topics?.every((topic, at) => topic === null || topic === log.topics[at]) ?? true;
    if (inside && isAsked && filter.addresses.includes(log.address)) continue;
    throw new EslabonError(
      'CHAIN_RESPONSE_INVALID',
      `The node gave an event of ${log.address} in block ${log.blockNumber} that was not asked for.`,
    );
  }
  return logs.sort((a, b) => a.blockNumber - b.blockNumber || a.logIndex - b.logIndex);
}

function parseLog(value: unknown): ChainLog {
  const log = parseObject(value, 'an event');
  return {
    blockNumber: parseQuantity(log.blockNumber, 'block of an event'),
    blockHash: parseData(log.blockHash, 'block hash of an event', 32),
    logIndex: parseQuantity(log.logIndex, 'index of an event'),
    address: parseData(log.address, 'address of an event', 20),
    topics: parseArray(log.topics, 'topics of an event').map((topic) => parseData(topic, 'a topic', 32)),
    data: parseData(log.data, 'data of an event'),
  };
}
