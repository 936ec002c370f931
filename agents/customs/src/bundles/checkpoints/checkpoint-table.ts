import type { Address, Hash } from '@eslabon/core';
import { EntitySchema } from 'typeorm';

/** A block whose validators this agent has come to trust, each by those before it. Rows are added, never changed. */
export interface CheckpointRow {
  number: number;
  hash: Hash;
  /** Unix seconds of the block. */
  timestamp: number;
  validators: Address[];
  /** Hash of the configured checkpoint from which it followed. */
  origin: Hash;
}

export const checkpointTable = new EntitySchema<CheckpointRow>({
  name: 'checkpoint',
  columns: {
    number: { type: 'integer', primary: true },
    hash: { type: 'text' },
    timestamp: { type: 'integer' },
    validators: { type: 'simple-json' },
    origin: { type: 'text' },
  },
});
