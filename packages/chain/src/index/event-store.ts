import type { Address, Hash, Hex } from '@eslabon/core';

/** A block that has events, or was the newest once. */
export interface StoredBlock {
  number: number;
  hash: Hash;
  /** Unix seconds. */
  timestamp: number;
}

/** An event as the chain has it. Decoded only in memory, so that what is stored never needs migrating. */
export interface StoredLog {
  blockNumber: number;
  /** Position in the block. */
  logIndex: number;
  address: Address;
  topics: Hash[];
  data: Hex;
}

/** What one step of following the chain adds. */
export interface EventBatch {
  /** The newest block that is followed with this batch. */
  head: StoredBlock;
  /** Blocks of the logs, ascending. */
  blocks: StoredBlock[];
  /** In the order of the chain. */
  logs: StoredLog[];
}

export interface StoredEvents {
  /** Absent while nothing is stored. */
  head?: StoredBlock | undefined;
  blocks: StoredBlock[];
  logs: StoredLog[];
}

/** Where an event index keeps what it has read. Everything is JSON. */
export interface EventStore {
  load(): Promise<StoredEvents>;
  /** All or nothing. */
  append(batch: EventBatch): Promise<void>;
  /** Forgets what is after a block, which becomes the head. All or nothing. */
  cut(head: StoredBlock): Promise<void>;
  clear(): Promise<void>;
}
