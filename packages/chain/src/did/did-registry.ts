import type { Address, Hash } from '@eslabon/core';
import { ethereumDidRegistryAbi } from '@eslabon/did-registry';
import { pad } from 'viem';
import type { ChainClient } from '../client/create-chain-client.js';
import type { LogFilter } from '../client/get-logs.js';
import { readContract } from '../client/read-contract.js';

/** An ERC-1056 contract. */
export interface DidRegistry {
  address: Address;
  /** The first block that may have events of it; 0 when absent. */
  fromBlock?: number;
}

/** The block of the newest change of an identity as of a block, 0 when it never changed. */
export async function changedAt(
  client: ChainClient,
  { address }: DidRegistry,
  identity: Address,
  blockNumber: number,
): Promise<number> {
  const call = { address, abi: ethereumDidRegistryAbi, functionName: 'changed', args: [identity] } as const;
  return Number(await readContract(client, { ...call, blockNumber }));
}

/** The events of one identity: it is the first argument of all three, and indexed. */
export function eventsOf(
  { address }: DidRegistry,
  identity: Address,
  range: { fromBlock: number; toBlock: number },
): LogFilter {
  return { addresses: [address], topics: [null, pad(identity) as Hash], ...range };
}
