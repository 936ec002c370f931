import type { Address, RegistryFacts } from '@eslabon/core';

/**
 * Follows the events of the four contracts. What it returns is computed from events alone: compare it with state roots
 * (`collectBundle` does) before relying on it. Results are copies of the index's own state, or must be taken as such.
 */
export interface EventIndex {
  /**
   * Reads what is new. When the chain became another one (its head went back, or a block changed), everything is read
   * anew. Calls queue up, so that each sees at least the blocks that were there when it was made.
   * @throws EslabonError CHAIN_UNREACHABLE, CHAIN_MISMATCH, CHAIN_RESPONSE_INVALID; CHAIN_INDEX_DIVERGED when events
   * contradict each other; CHAIN_BLOCK_UNKNOWN when the chain ends before the registries were deployed
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
  /** Unix seconds by number of the block, of blocks with events. */
  readonly timestamps: ReadonlyMap<number, number>;
  /** Forgets everything, stored events included: after CHAIN_INDEX_DIVERGED. The next `sync` reads anew. */
  reset(): Promise<void>;
}
