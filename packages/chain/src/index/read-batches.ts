import type { Address } from '@eslabon/core';
import { errorCodeOf } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import type { EventBatch } from './event-store.js';
import type { BlockRange } from './read-batch.js';
import { readBatch } from './read-batch.js';

/** Blocks asked for at once. Nodes limit the range, or the number of events in an answer. */
const largestRange = 2_000;

/** Reads the events of a range in steps. A step that the node refuses is halved until it takes it. */
export async function* readBatches(
  client: ChainClient,
  addresses: readonly Address[],
  { fromBlock, toBlock }: BlockRange,
): AsyncGenerator<EventBatch> {
  let size = largestRange;
  for (let from = fromBlock; from <= toBlock; ) {
    const to = Math.min(from + size - 1, toBlock);
    let batch: EventBatch;
    try {
      batch = await readBatch(client, addresses, { fromBlock: from, toBlock: to });
    } catch (error) {
      // An outage does not depend on the range, and a single block cannot be split.
      if (errorCodeOf(error) !== 'CHAIN_RESPONSE_INVALID' || to === from) throw error;
      size = Math.ceil((to - from + 1) / 2);
      continue;
    }
    yield batch;
    from = to + 1;
  }
}
