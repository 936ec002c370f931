import type { ImportRow } from '@eslabon/client/contract';
import { EntitySchema } from 'typeorm';

export interface ImportJobRow {
  sequence: number;
  id: string;
  fileName: string;
  content: Buffer;
  dryRun: boolean;
  state: 'queued' | 'running' | 'done' | 'failed';
  createdBy: string;
  createdAt: string;
  finishedAt: string | null;
  shape: { encoding: string; separator: string; dateOrder: string; unknownColumns: string[] } | null;
  rows: number;
  /** Rows that are dealt with, in file order: where a killed import goes on. */
  processed: number;
  issued: number;
  unchanged: number;
  statusChanged: number;
  rejected: number;
  warnings: number;
  error: { code: string; message: string; hints: string[] } | null;
}

export const importJobTable = new EntitySchema<ImportJobRow>({
  name: 'import_job',
  columns: {
    sequence: { type: 'integer', primary: true, generated: 'increment' },
    id: { type: 'text' },
    fileName: { type: 'text' },
    content: { type: 'blob', select: false },
    dryRun: { type: 'boolean' },
    state: { type: 'text' },
    createdBy: { type: 'text' },
    createdAt: { type: 'text' },
    finishedAt: { type: 'text', nullable: true },
    shape: { type: 'simple-json', nullable: true },
    rows: { type: 'integer' },
    processed: { type: 'integer' },
    issued: { type: 'integer' },
    unchanged: { type: 'integer' },
    statusChanged: { type: 'integer' },
    rejected: { type: 'integer' },
    warnings: { type: 'integer' },
    error: { type: 'simple-json', nullable: true },
  },
});

export interface ImportRowRow {
  sequence: number;
  importId: string;
  row: number;
  certificateNumber: string | null;
  outcome: ImportRow['outcome'];
  issueCount: number;
  issues: ImportRow['issues'];
}

export const importRowTable = new EntitySchema<ImportRowRow>({
  name: 'import_row',
  columns: {
    sequence: { type: 'integer', primary: true, generated: 'increment' },
    importId: { type: 'text' },
    row: { type: 'integer' },
    certificateNumber: { type: 'text', nullable: true },
    outcome: { type: 'text' },
    issueCount: { type: 'integer' },
    issues: { type: 'simple-json' },
  },
});
