import type { Address } from '@eslabon/core';
import { errorCodeOf } from '@eslabon/core';
import { checkEthrEvents, type EthrChain, type EthrHistory, type EthrReach } from '@eslabon/did';
import type { ChainClient } from '../client/create-chain-client.js';
import { getBlock } from '../client/get-block.js';
import { changedAt, type DidRegistry } from './did-registry.js';
import type { DidEventIndex } from './index-did-events.js';
import { limitEvents } from './limit-events.js';
import { readDidHistory } from './read-did-history.js';

export interface EthrChainOptions {
  client: ChainClient;
  registry: DidRegistry;
  /** Where events are already at hand. Absent: all is read from the node. */
  indexed?: {
    index: DidEventIndex;
    /** Brings the index to the end of the chain. */
    sync(): Promise<unknown>;
  };
}

/**
 * The chain as did:ethr needs it. What lies in the past comes from the index alone, so that it is answered also while no
 * node does. The newest version is compared with `changed(identity)` as the node has it; where the index does not have
 * everything, because it begins after the identity, the node is asked for all of it.
 */
export function createEthrChain({ client, registry, indexed }: EthrChainOptions): EthrChain {
  async function fromIndex(identity: Address, reach: EthrReach): Promise<EthrHistory | undefined> {
    if (indexed === undefined) return undefined;
    const { index, sync } = indexed;
    let isBehind = !reaches(index, reach);
    if (isBehind) {
      const failure = await sync().then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      // At first the index has only been read from its store, which is enough for the past.
      isBehind = !reaches(index, reach);
      if (failure !== undefined && isBehind) throw failure.error;
    }
    const head = index.head();
    if (head === undefined) return undefined;
    const events = index.eventsOf(identity);
    // Only a first change that links to none shows that nothing was before the index began.
    const isWhole = events[0]?.previousChange === 0;
    const changed =
      isBehind || !isWhole
        ? await changedAt(client, registry, identity, head.number)
        : (events.at(-1)?.blockNumber ?? 0);
    try {
      checkEthrEvents(events, changed);
    } catch (error) {
      if (errorCodeOf(error) !== 'CHAIN_INDEX_DIVERGED') throw error;
      return undefined;
    }
    return { head, events: limitEvents(events, identity) };
  }

  return {
    history: async (identity, reach) =>
      (await fromIndex(identity, reach)) ?? (await readDidHistory(client, registry, identity)),
    async timestampOf(block) {
      const known = indexed?.index.timestampOf(block);
      if (known !== undefined) return known;
      return (await getBlock(client, block)).timestamp;
    },
  };
}

/** Whether an index has all blocks that are asked about. Another block may come with the timestamp of its newest. */
function reaches(index: DidEventIndex, reach: EthrReach): boolean {
  const head = index.head();
  if (head === undefined || reach === 'newest') return false;
  return 'block' in reach ? head.number >= reach.block : head.timestamp > reach.instant;
}
