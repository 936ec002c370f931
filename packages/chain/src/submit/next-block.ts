import { setTimeout } from 'node:timers/promises';
import type { ChainClient } from '../client/create-chain-client.js';
import { parseQuantity } from '../client/wire.js';

const pollMs = 100;

/** Waits for a block after `block`. Resolves with its number, or undefined when none came in time. */
export async function nextBlock(
  client: ChainClient,
  block: number,
  timeoutMs: number,
): Promise<number | undefined> {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await setTimeout(pollMs)) {
    const newest = await newestBlock(client);
    if (newest > block) return newest;
  }
  return undefined;
}

export async function newestBlock(client: ChainClient): Promise<number> {
  return parseQuantity(await client.request('eth_blockNumber'), 'eth_blockNumber');
}
