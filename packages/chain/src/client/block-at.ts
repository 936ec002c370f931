import { EslabonError } from '@eslabon/core';
import type { ChainClient } from './create-chain-client.js';
import { getBlock } from './get-block.js';

/**
 * Number of the last block at or before an instant, by bisection between two blocks.
 * @param instant Unix seconds
 * @throws EslabonError CHAIN_BLOCK_UNKNOWN when the instant is before the first block
 */
export async function blockAt(
  client: ChainClient,
  instant: number,
  first: number,
  last: number,
): Promise<number> {
  if ((await getBlock(client, first)).timestamp > instant) {
    throw new EslabonError(
      'CHAIN_BLOCK_UNKNOWN',
      'The registries did not exist yet at the instant asked about.',
      { hints: ['Ask about an instant after the registries were deployed.'] },
    );
  }
  let [low, high] = [first, last];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((await getBlock(client, middle)).timestamp <= instant) low = middle;
    else high = middle - 1;
  }
  return low;
}
