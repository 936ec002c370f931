import type { ChainClient } from '../client/create-chain-client.js';
import { getBlock } from '../client/get-block.js';

/**
 * Unix seconds a while from now, as the chain will see it: a clock that is behind must not make what is signed expire
 * before it arrives.
 */
export async function deadlineIn(client: ChainClient, seconds: number): Promise<number> {
  const { timestamp } = await getBlock(client, 'latest');
  return Math.max(timestamp, Math.floor(Date.now() / 1000)) + seconds;
}
