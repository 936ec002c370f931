import type { Address, RegistryFacts } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';

/**
 * Follows the events of the four contracts. What it returns is computed from events alone: compare it with state roots
 * (`collectBundle` does) before relying on it. Results are copies of the index's own state, or must be taken as such.
 */
export interface EventIndex {
  /**
   * Reads what is new, from one node. A node that no longer has what was followed, because its chain ends before or has
   * another block there, is believed only when more than half of all nodes agree with it and none denies it: then what
   * the chain has lost is forgotten, and read anew. Calls queue up, so that each sees at least the blocks that were
   * there when it was made.
   * @returns `head`, the newest block of the node that was asked
   * @throws EslabonError CHAIN_UNREACHABLE, CHAIN_MISMATCH, CHAIN_RESPONSE_INVALID; CHAIN_INDEX_DIVERGED when events
   * contradict each other; CHAIN_BLOCK_UNKNOWN when the chain ends before the registries were deployed; CHAIN_FORKED or
   * CHAIN_LAGGING when too few nodes answered to tell
   */
  sync(): Promise<{ head: number }>;
  /** The first block that is followed. */
  readonly deployBlock: number;
  /** Newest block that was followed; the one before the deployment as long as there is none. */
  head(): number;
  /**
   * The facts as of a followed block, the newest when absent. Past blocks are computed by replay.
   * @throws EslabonError CHAIN_BLOCK_UNKNOWN when the block is not between deployment and head
   */
  factsAt(block?: number): RegistryFacts;
  /** Attested key sets by authority, as of a block as in `factsAt`. */
  keySetsAt(block?: number): Map<Address, Uint8Array>;
  /** Block of the latest ERC-1056 change by identity, as of a block as in `factsAt`. */
  changedAt(block?: number): Map<Address, number>;
  /**
   * Blocks after the given one, ascending, in which the facts or an authority's keys changed: as of these, answers may
   * differ from those before.
   */
  changesAfter(block: number): number[];
  /** Unix seconds by number of the block, of blocks with events. */
  readonly timestamps: ReadonlyMap<number, number>;
  /** Another number whenever something that was followed has been forgotten: what was made of it may be wrong now. */
  generation(): number;
  /**
   * Forgets everything, stored events included, and reads it anew from one node: after CHAIN_INDEX_DIVERGED. What its
   * events add up to is to be compared with state roots that the same node proves (`healIndex` does).
   * @throws EslabonError as `sync` does
   */
  rebuild(node: ChainClient): Promise<{ head: number }>;
}
