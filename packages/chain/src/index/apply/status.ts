import type { StatusFacts, StatusListFact } from '@eslabon/core';
import { lowerHex } from '@eslabon/core';
import { diverged } from '../diverged.js';
import type { StatusEvent } from '../registry-event.js';
import { compareText } from './compare-text.js';
import type { Nonces } from './nonces.js';
import { applyInstructionUsed, nonceFacts } from './nonces.js';

/** What the events of StatusRegistry add up to. */
export interface StatusState {
  /** By authority and number of the list. */
  lists: Map<string, StatusListFact>;
  nonces: Nonces;
}

export function emptyStatusState(): StatusState {
  return { lists: new Map(), nonces: new Map() };
}

/** Takes one event into the state, which is changed. `timestamp` is that of its block. */
export function applyStatusEvent(state: StatusState, event: StatusEvent, timestamp: number): void {
  switch (event.eventName) {
    case 'StatusChanged': {
      const { word, revoked, suspended, version } = event.args;
      const list = listOf(state, event.args);
      if (version !== BigInt(list.version + 1)) {
        throw diverged(
          `Version ${version} of list ${list.list} of ${list.authority} came after ${list.version}.`,
        );
      }
      list.version += 1;
      list.updatedAt = timestamp;
      setWord(list.revoked, word, revoked);
      setWord(list.suspended, word, suspended);
      return;
    }
    case 'InstructionUsed':
      applyInstructionUsed(state.nonces, event.args);
      return;
  }
}

export function statusFacts({ lists, nonces }: StatusState): StatusFacts {
  return {
    lists: [...lists.values()]
      .map((list) => ({ ...list, revoked: sorted(list.revoked), suspended: sorted(list.suspended) }))
      .sort((a, b) => compareText(a.authority, b.authority) || a.list - b.list),
    nonces: nonceFacts(nonces),
  };
}

function listOf({ lists }: StatusState, args: Pick<StatusListFact, 'authority' | 'list'>): StatusListFact {
  const authority = lowerHex(args.authority);
  const key = `${authority}/${args.list}`;
  const empty = {
    authority,
    list: args.list,
    version: 0,
    updatedAt: 0,
    revoked: new Map(),
    suspended: new Map(),
  };
  const list = lists.get(key) ?? empty;
  lists.set(key, list);
  return list;
}

/** The chain has no slot for a word that is zero, so the facts have no entry. */
function setWord(words: Map<number, bigint>, word: number, value: bigint): void {
  if (value === 0n) words.delete(word);
  else words.set(word, value);
}

function sorted(words: Map<number, bigint>): Map<number, bigint> {
  return new Map([...words].sort(([a], [b]) => a - b));
}
