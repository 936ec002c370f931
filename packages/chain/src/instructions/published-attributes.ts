import type { Deployment } from '@eslabon/bundle';
import { type Address, type Hex, lowerHex } from '@eslabon/core';
import { hexToString } from 'viem';
import type { ChainClient } from '../client/create-chain-client.js';
import { getBlock } from '../client/get-block.js';
import { getLogs } from '../client/get-logs.js';
import { decodeRegistryEvent } from '../index/registry-event.js';
import { changedBlock } from './changed-block.js';

/** An attribute of an ERC-1056 identity, as it was published. */
export interface PublishedAttribute {
  /** Such as `did/pub/P256/veriKey/hex`. */
  name: string;
  value: Hex;
  /** Unix seconds; 0 when it was revoked by this event. */
  validTo: number;
  blockNumber: number;
  /** Of the block, in Unix seconds. */
  timestamp: number;
}

/**
 * The attributes that an identity published, oldest first: follows ERC-1056's linked list of changes from its newest
 * block, so that nothing can be missed.
 * @throws EslabonError CHAIN_UNREACHABLE, CHAIN_RESPONSE_INVALID
 */
export async function publishedAttributes(
  client: ChainClient,
  deployment: Deployment,
  identity: Address,
): Promise<PublishedAttribute[]> {
  const attributes: PublishedAttribute[] = [];
  const address = deployment.contracts.didRegistry.address;
  let block = await changedBlock(client, deployment, identity);
  while (block !== 0) {
    const { timestamp } = await getBlock(client, block);
    const logs = await getLogs(client, { addresses: [address], fromBlock: block, toBlock: block });
    const here: PublishedAttribute[] = [];
    let previous = 0;
    for (const log of logs) {
      const { contract, event } = decodeRegistryEvent(deployment, log);
      if (contract !== 'didRegistry' || lowerHex(event.args.identity) !== identity) continue;
      const change = Number(event.args.previousChange);
      // Changes in one block point at this block, but the first of them points further back.
      if (change < block) previous = change;
      if (event.eventName !== 'DIDAttributeChanged') continue;
      const { name, value, validTo } = event.args;
      here.push({
        name: hexToString(name, { size: 32 }),
        value,
        validTo: Number(validTo),
        blockNumber: block,
        timestamp,
      });
    }
    attributes.unshift(...here);
    block = previous;
  }
  return attributes;
}
