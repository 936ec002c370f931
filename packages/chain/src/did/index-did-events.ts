import type { Address } from '@eslabon/core';
import { lowerHex } from '@eslabon/core';
import type { EthrBlock, EthrEvent } from '@eslabon/did';
import type { EventStore, StoredBlock, StoredEvents, StoredLog } from '../index/event-store.js';
import { decodeDidEvent } from './decode-did-event.js';

/** The events of ERC-1056 that an event index has read, by identity. */
export interface DidEventIndex {
  /** Newest block that was read; undefined while there is none. */
  head(): EthrBlock | undefined;
  /** In the order of the chain, from where the event index begins. */
  eventsOf(identity: Address): readonly EthrEvent[];
  /** Timestamp of a block that has events of the contracts. */
  timestampOf(block: number): number | undefined;
}

/**
 * Listens to what an event index stores, and keeps the events of ERC-1056 in memory beside it: a document is then made
 * without asking the node, at any block. `store` goes to `createEventIndex` in place of the one that was given.
 */
export function indexDidEvents(
  inner: EventStore,
  didRegistry: Address,
): { store: EventStore; index: DidEventIndex } {
  const address = lowerHex(didRegistry);
  let head: StoredBlock | undefined;
  let timestamps = new Map<number, number>();
  let identities = new Map<Address, EthrEvent[]>();

  function add({ head: newest, blocks, logs }: StoredEvents): void {
    for (const { number, timestamp } of blocks) timestamps.set(number, timestamp);
    for (const log of logs.filter((each) => each.address === address)) {
      const identity = identityOf(log);
      const events = identities.get(identity) ?? [];
      events.push(decodeDidEvent(log, timestamps.get(log.blockNumber) as number));
      identities.set(identity, events);
    }
    head = newest ?? head;
  }

  function forget(): void {
    head = undefined;
    timestamps = new Map();
    identities = new Map();
  }

  function cutTo(last: StoredBlock): void {
    for (const number of [...timestamps.keys()]) if (number > last.number) timestamps.delete(number);
    for (const [identity, events] of identities) {
      identities.set(
        identity,
        events.filter(({ blockNumber }) => blockNumber <= last.number),
      );
    }
    head = last;
  }

  return {
    store: {
      async load() {
        const stored = await inner.load();
        forget();
        add(stored);
        return stored;
      },
      async append(batch) {
        await inner.append(batch);
        add(batch);
      },
      async cut(last) {
        await inner.cut(last);
        cutTo(last);
      },
      async clear() {
        await inner.clear();
        forget();
      },
    },
    index: {
      head: () => head && { number: head.number, timestamp: head.timestamp },
      eventsOf: (identity) => identities.get(identity) ?? [],
      timestampOf: (block) => timestamps.get(block),
    },
  };
}

/** The second topic holds the identity in its last 20 bytes. */
function identityOf({ topics }: StoredLog): Address {
  return `0x${(topics[1] ?? '').slice(-40)}`;
}
