import type { ArchivedBlock, ArchiveEntry } from './archived-state.js';

/** A block by its number, or the time of one in Unix seconds. */
export type ArchivePosition = { block: number } | { instant: number };

/**
 * Proofs of past blocks, kept for when no node has their state any more (proofs.md §6). It may be changed or damaged by
 * whoever reaches its store: what it gives is checked by {@link decodeArchivedState} and against the index.
 */
export interface ProofArchive {
  /** Replaces the entry of the same block number. */
  put(entry: ArchiveEntry): Promise<void>;
  get(blockNumber: number): Promise<ArchiveEntry | undefined>;
  /** The newest entry at or before a position. */
  nearest(position: ArchivePosition): Promise<ArchiveEntry | undefined>;
  /** Ascending. */
  list(): Promise<ArchivedBlock[]>;
  /** Forgets the entries of blocks after this one. */
  cut(blockNumber: number): Promise<void>;
}
