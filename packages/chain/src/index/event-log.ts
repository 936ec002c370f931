import type { Deployment } from '@eslabon/bundle';
import { EslabonError, lowerHex } from '@eslabon/core';
import { diverged } from './diverged.js';
import type { EventBatch, StoredBlock } from './event-store.js';
import { decodeRegistryEvent } from './registry-event.js';
import type { PlacedEvent, RegistryState } from './registry-state.js';
import { applyEvent, emptyRegistryState } from './registry-state.js';

/** The decoded events in memory and the states they add up to. */
export interface EventLog {
  head(): StoredBlock | undefined;
  /** Adds what follows; nothing is added when an event contradicts those before it (CHAIN_INDEX_DIVERGED). */
  append(batch: EventBatch): void;
  /** Forgets what is after a block, which becomes the head. */
  cut(head: StoredBlock): void;
  clear(): void;
  /** Blocks after this one whose events are of the registries, or of an authority's keys; ascending. */
  changesAfter(block: number): number[];
  /** Blocks with events, ascending. */
  blocks(): readonly StoredBlock[];
  /** State as of a block, the newest when absent. To be read only. */
  stateAt(block?: number): RegistryState;
  timestamps: ReadonlyMap<number, number>;
}

export function createEventLog(deployment: Deployment, deployBlock: number): EventLog {
  const timestamps = new Map<number, number>();
  let events: PlacedEvent[] = [];
  let blocks: StoredBlock[] = [];
  let head: StoredBlock | undefined;
  let state = emptyRegistryState();
  let past: { block: number; state: RegistryState } | undefined;

  function replay(block: number): RegistryState {
    const result = emptyRegistryState();
    for (const event of events) {
      if (event.blockNumber > block) break;
      applyEvent(result, event);
    }
    return result;
  }

  return {
    timestamps,
    head: () => head,
    changesAfter(block) {
      const later: number[] = [];
      for (let at = events.length - 1; at >= 0; at--) {
        const event = events[at] as PlacedEvent;
        if (event.blockNumber <= block) break;
        if (later.at(-1) !== event.blockNumber && isOurs(state, event)) later.push(event.blockNumber);
      }
      return later.reverse();
    },
    blocks: () => blocks,
    append(batch) {
      const added = place(deployment, batch);
      try {
        for (const event of added) applyEvent(state, event);
      } catch (error) {
        state = replay(Number.POSITIVE_INFINITY);
        throw error;
      }
      events = events.concat(added);
      blocks = blocks.concat(batch.blocks);
      for (const { number, timestamp } of batch.blocks) timestamps.set(number, timestamp);
      head = batch.head;
    },
    cut(last) {
      events = events.filter(({ blockNumber }) => blockNumber <= last.number);
      blocks = blocks.filter(({ number }) => number <= last.number);
      for (const number of [...timestamps.keys()]) if (number > last.number) timestamps.delete(number);
      head = last;
      state = replay(last.number);
      past = undefined;
    },
    clear() {
      timestamps.clear();
      events = [];
      blocks = [];
      head = undefined;
      state = emptyRegistryState();
      past = undefined;
    },
    stateAt(block = head?.number ?? deployBlock - 1) {
      if (!head || block < deployBlock || block > head.number) throw notFollowed(block, deployBlock, head);
      if (block === head.number) return state;
      // The facts, key sets and changes of one past block are asked for together.
      if (past?.block !== block) past = { block, state: replay(block) };
      return past.state;
    },
  };
}

/** Companies have ERC-1056 entries too. */
function isOurs({ authority }: RegistryState, placed: PlacedEvent): boolean {
  return placed.contract !== 'didRegistry' || authority.records.has(lowerHex(placed.event.args.identity));
}

function place(deployment: Deployment, { blocks, logs }: EventBatch): PlacedEvent[] {
  const timestamps = new Map(blocks.map(({ number, timestamp }) => [number, timestamp]));
  return logs.map((log) => {
    const timestamp = timestamps.get(log.blockNumber);
    if (timestamp === undefined) throw diverged(`Block ${log.blockNumber} has events and is not known.`);
    return { ...decodeRegistryEvent(deployment, log), blockNumber: log.blockNumber, timestamp };
  });
}

function notFollowed(block: number, deployBlock: number, head: StoredBlock | undefined): EslabonError {
  const range = head ? `blocks ${deployBlock} to ${head.number} are` : 'no block is yet';
  return new EslabonError('CHAIN_BLOCK_UNKNOWN', `Block ${block} was asked for, but ${range} followed.`, {
    hints: ['Synchronise the index first, or take another block.'],
  });
}
