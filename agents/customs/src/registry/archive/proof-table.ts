import type { Hash } from '@eslabon/core';
import { EntitySchema } from 'typeorm';

/** Proof of a past block: the one thing here that cannot be made again once the nodes have pruned its state. */
export interface ArchivedProofRow {
  number: number;
  hash: Hash;
  /** Unix seconds of the block. */
  timestamp: number;
  bytes: Uint8Array;
}

export const archivedProofTable = new EntitySchema<ArchivedProofRow>({
  name: 'archived_proof',
  columns: {
    number: { type: 'integer', primary: true },
    hash: { type: 'text' },
    timestamp: { type: 'integer' },
    bytes: { type: 'blob' },
  },
});
