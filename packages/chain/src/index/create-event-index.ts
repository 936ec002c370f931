import type { Deployment } from '@eslabon/bundle';
import { EslabonError, lowerHex } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import { getBlock } from '../client/get-block.js';
import { createQueue } from '../submit/create-queue.js';
import type { EventIndex } from './event-index.js';
import { createEventLog } from './event-log.js';
import type { EventStore, StoredBlock } from './event-store.js';
import { readBatches } from './read-batches.js';
import { factsOf } from './registry-state.js';

export interface EventIndexOptions {
  client: ChainClient;
  deployment: Deployment;
  /** Block of the first of the four contracts. */
  deployBlock: number;
  /** Belongs to this index alone. */
  store: EventStore;
}

/** Makes an index. It reads its store at the first `sync`. */
export function createEventIndex({ client, deployment, deployBlock, store }: EventIndexOptions): EventIndex {
  const log = createEventLog(deployment, deployBlock);
  const addresses = Object.values(deployment.contracts).map(({ address }) => lowerHex(address));
  const enqueue = createQueue();
  let isLoaded = false;

  async function load(): Promise<void> {
    if (isLoaded) return;
    const { head, blocks, logs } = await store.load();
    log.clear();
    if (head) log.append({ head, blocks, logs });
    isLoaded = true;
  }

  async function clear(): Promise<void> {
    await store.clear();
    log.clear();
    isLoaded = true;
  }

  async function follow(): Promise<{ head: number }> {
    await load();
    const latest = await getBlock(client, 'latest');
    if (latest.number < deployBlock) {
      throw new EslabonError(
        'CHAIN_BLOCK_UNKNOWN',
        `The chain ends at block ${latest.number}; the registries were deployed in block ${deployBlock}.`,
        { hints: ['The node still loads the chain, or the chain was started anew: deploy again.'] },
      );
    }
    const known = log.head();
    if (known && !(await isStillThere(client, known, latest.number))) await clear();
    const fromBlock = (log.head()?.number ?? deployBlock - 1) + 1;
    for await (const batch of readBatches(client, addresses, { fromBlock, toBlock: latest.number })) {
      // First in memory: events that contradict those before them are not stored.
      log.append(batch);
      await store.append(batch).catch((error: unknown) => {
        isLoaded = false;
        throw error;
      });
    }
    return { head: latest.number };
  }

  return {
    deployBlock,
    sync: () => enqueue(follow),
    reset: () => enqueue(clear),
    head: () => log.head()?.number ?? deployBlock - 1,
    factsAt: (block) => factsOf(log.stateAt(block)),
    keySetsAt: (block) => new Map(log.stateAt(block).authority.keySets),
    changedAt: (block) => new Map(log.stateAt(block).changed),
    timestamps: log.timestamps,
  };
}

async function isStillThere(client: ChainClient, head: StoredBlock, latest: number): Promise<boolean> {
  return head.number <= latest && (await getBlock(client, head.number)).hash === head.hash;
}
