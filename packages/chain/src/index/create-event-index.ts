import type { Deployment } from '@eslabon/bundle';
import { EslabonError, lowerHex } from '@eslabon/core';
import type { ProofArchive } from '../archive/proof-archive.js';
import type { ChainClient } from '../client/create-chain-client.js';
import type { ChainBlock } from '../client/get-block.js';
import { getBlock } from '../client/get-block.js';
import { inSession } from '../client/in-session.js';
import { createQueue } from '../submit/create-queue.js';
import { contradiction, isChainChanged, newestShared } from './compare-chains.js';
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
  /** Loses its entries of the blocks that the chain has lost. */
  archive?: Pick<ProofArchive, 'cut'>;
}

/** Makes an index. It reads its store at the first `sync`. */
export function createEventIndex(options: EventIndexOptions): EventIndex {
  const { client, deployment, deployBlock, store, archive } = options;
  const log = createEventLog(deployment, deployBlock);
  const addresses = Object.values(deployment.contracts).map(({ address }) => lowerHex(address));
  const enqueue = createQueue();
  let isLoaded = false;
  let generation = 0;

  async function load(): Promise<void> {
    if (isLoaded) return;
    const { head, blocks, logs } = await store.load();
    log.clear();
    if (head) log.append({ head, blocks, logs });
    isLoaded = true;
  }

  /** Changes the store first: when that fails, memory is read from it again. */
  async function forget(inStore: () => Promise<void>, inMemory: () => void): Promise<void> {
    generation += 1;
    isLoaded = false;
    await inStore();
    inMemory();
    isLoaded = true;
  }

  const clear = () => forget(store.clear, log.clear);

  /** Forgets what a node's chain has not got. A node that is merely behind has all blocks with events. */
  async function goBack(node: ChainClient, followed: StoredBlock, latest: ChainBlock): Promise<void> {
    const blocks = log.blocks();
    const shared = await newestShared(node, blocks, latest);
    if (latest.number < followed.number && shared === blocks.at(-1)) return;
    // First: an entry too few can be made good, one of a block that there never was misleads.
    await archive?.cut(shared?.number ?? deployBlock - 1);
    if (shared === undefined) return clear();
    await forget(
      () => store.cut(shared),
      () => log.cut(shared),
    );
  }

  async function rebuild(node: ChainClient): Promise<{ head: number }> {
    // A store that contradicts itself cannot be loaded, and has nothing to compare with.
    await load().catch(() => undefined);
    const latest = await getBlock(node, 'latest');
    const followed = log.head();
    if (followed && (await contradiction(node, followed, latest))) await goBack(node, followed, latest);
    await clear();
    await follow(node, 'yield');
    // Reading all may have taken long, and nodes keep the state of recent blocks only.
    return follow(node, 'yield');
  }

  async function follow(node: ChainClient, attitude: 'insist' | 'yield'): Promise<{ head: number }> {
    await load();
    const latest = await getBlock(node, 'latest');
    if (latest.number < deployBlock) {
      throw new EslabonError(
        'CHAIN_BLOCK_UNKNOWN',
        `The chain ends at block ${latest.number}; the registries were deployed in block ${deployBlock}.`,
        { hints: ['The node still loads the chain, or the chain was started anew: deploy again.'] },
      );
    }
    const followed = log.head();
    const trouble = followed && (await contradiction(node, followed, latest));
    if (followed && trouble) {
      if (attitude === 'insist') throw trouble;
      await goBack(node, followed, latest);
    }
    const fromBlock = (log.head()?.number ?? deployBlock - 1) + 1;
    for await (const batch of readBatches(node, addresses, { fromBlock, toBlock: latest.number })) {
      // First in memory: events that contradict those before them are not stored.
      log.append(batch);
      await store.append(batch).catch((error: unknown) => {
        isLoaded = false;
        throw error;
      });
    }
    return { head: latest.number };
  }

  async function sync(): Promise<{ head: number }> {
    try {
      return await inSession(client, (node) => follow(node, 'insist'));
    } catch (error) {
      if (!isChainChanged(error)) throw error;
      return inSession(client, (node) => follow(node, 'yield'));
    }
  }

  return {
    deployBlock,
    sync: () => enqueue(sync),
    rebuild: (node) => enqueue(() => rebuild(node)),
    generation: () => generation,
    head: () => log.head()?.number ?? deployBlock - 1,
    factsAt: (block) => factsOf(log.stateAt(block)),
    keySetsAt: (block) => new Map(log.stateAt(block).authority.keySets),
    changedAt: (block) => new Map(log.stateAt(block).changed),
    changesAfter: log.changesAfter,
    timestamps: log.timestamps,
  };
}
