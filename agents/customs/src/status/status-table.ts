import type { StatusAction, StatusReason } from '@eslabon/core';
import { EntitySchema } from 'typeorm';

export interface StatusListRow {
  list: number;
  /** The next index to give out: indexes are allocated in order, without gaps and without reuse. */
  allocated: number;
}

export const statusListTable = new EntitySchema<StatusListRow>({
  name: 'status_list',
  columns: { list: { type: 'integer', primary: true }, allocated: { type: 'integer' } },
});

type StatusChangeState = 'scheduled' | 'superseded' | 'queued' | 'sent' | 'confirmed' | 'failed';

export interface StatusChangeRow {
  sequence: number;
  id: string;
  certificateId: string;
  action: StatusAction;
  reason: StatusReason | null;
  decisionReference: string | null;
  decisionDate: string | null;
  effectiveAt: string;
  decidedBy: string;
  decidedAt: string;
  state: StatusChangeState;
  list: number;
  index: number;
  batchId: number | null;
  transaction: string | null;
  blockNumber: number | null;
  note: string | null;
}

export const statusChangeTable = new EntitySchema<StatusChangeRow>({
  name: 'status_change',
  columns: {
    sequence: { type: 'integer', primary: true, generated: 'increment' },
    id: { type: 'text' },
    certificateId: { type: 'text' },
    action: { type: 'text' },
    reason: { type: 'text', nullable: true },
    decisionReference: { type: 'text', nullable: true },
    decisionDate: { type: 'text', nullable: true },
    effectiveAt: { type: 'text' },
    decidedBy: { type: 'text' },
    decidedAt: { type: 'text' },
    state: { type: 'text' },
    list: { type: 'integer' },
    index: { type: 'integer' },
    batchId: { type: 'integer', nullable: true },
    transaction: { type: 'text', nullable: true },
    blockNumber: { type: 'integer', nullable: true },
    note: { type: 'text', nullable: true },
  },
});

/** A word change as it is signed; masks in hexadecimal because JSON has no 256-bit integers. */
export interface WordChange {
  list: number;
  word: number;
  revoke: string;
  suspend: string;
  reinstate: string;
}

/** An instruction, kept from before its first submission until it is confirmed: the outbox of the status signer. */
export interface StatusBatchRow {
  id: number;
  nonce: number;
  deadline: number;
  changes: WordChange[];
  signature: string;
  state: 'open' | 'done' | 'split';
  transaction: string | null;
  attempts: number;
  createdAt: string;
}

export const statusBatchTable = new EntitySchema<StatusBatchRow>({
  name: 'status_batch',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    nonce: { type: 'integer' },
    deadline: { type: 'integer' },
    changes: { type: 'simple-json' },
    signature: { type: 'text' },
    state: { type: 'text' },
    transaction: { type: 'text', nullable: true },
    attempts: { type: 'integer' },
    createdAt: { type: 'text' },
  },
});
