import type { RegistryFacts } from '@eslabon/core';
import type { ArrangementState } from './apply/arrangement.js';
import { applyArrangementEvent, arrangementFacts, emptyArrangementState } from './apply/arrangement.js';
import type { AuthorityState } from './apply/authority.js';
import { applyAuthorityEvent, authorityFacts, emptyAuthorityState } from './apply/authority.js';
import type { ChangedBlocks } from './apply/did.js';
import { applyDidEvent } from './apply/did.js';
import type { StatusState } from './apply/status.js';
import { applyStatusEvent, emptyStatusState, statusFacts } from './apply/status.js';
import type { RegistryEvent } from './registry-event.js';

/** What the events of all four contracts add up to. */
export interface RegistryState {
  authority: AuthorityState;
  arrangement: ArrangementState;
  status: StatusState;
  changed: ChangedBlocks;
}

/** A decoded event with the block it stands in. */
export type PlacedEvent = RegistryEvent & { blockNumber: number; timestamp: number };

export function emptyRegistryState(): RegistryState {
  return {
    authority: emptyAuthorityState(),
    arrangement: emptyArrangementState(),
    status: emptyStatusState(),
    changed: new Map(),
  };
}

/**
 * Takes one event into the state, which is changed.
 * @throws EslabonError CHAIN_INDEX_DIVERGED when it cannot follow on those before it
 */
export function applyEvent(state: RegistryState, placed: PlacedEvent): void {
  switch (placed.contract) {
    case 'authorityRegistry':
      applyAuthorityEvent(state.authority, placed.event, placed.timestamp);
      return;
    case 'arrangementRegistry':
      applyArrangementEvent(state.arrangement, placed.event);
      return;
    case 'statusRegistry':
      applyStatusEvent(state.status, placed.event, placed.timestamp);
      return;
    case 'didRegistry':
      applyDidEvent(state.changed, placed.event, placed.blockNumber);
      return;
  }
}

/** A copy in the canonical order: what @eslabon/bundle derives storage slots from. */
export function factsOf(state: RegistryState): RegistryFacts {
  return {
    authorities: authorityFacts(state.authority),
    arrangements: arrangementFacts(state.arrangement),
    statuses: statusFacts(state.status),
  };
}
