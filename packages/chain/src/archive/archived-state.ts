import type { Hash } from '@eslabon/core';

/** The header of a block, and the trie nodes that prove the state of our contracts in it. */
export interface ArchivedState {
  chainId: number;
  /** RLP, seals included where validators sealed it. */
  header: Uint8Array;
  /** RLP of the trie nodes, each once. */
  nodes: readonly Uint8Array[];
}

/** Which block an entry of the archive is of. */
export interface ArchivedBlock {
  number: number;
  hash: Hash;
  /** Unix seconds. */
  timestamp: number;
}

export interface ArchiveEntry extends ArchivedBlock {
  /** What {@link encodeArchivedState} gave. */
  bytes: Uint8Array;
}
