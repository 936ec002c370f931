import type { OperationInput, OperationOutput, Operations } from '@eslabon/client/contract';
import { type EntityManager, type FindOptionsWhere, MoreThan } from 'typeorm';
import { formatCursor, parseCursor } from '../certificates/cursor.js';
import { findImport } from './find-import.js';
import { type ImportRowRow, importRowTable } from './import-table.js';

type List = Operations['listImportRows'];

/** A page of the report of an import, in file order. @throws EslabonError IMPORT_NOT_FOUND, CURSOR_INVALID */
export async function listImportRows(
  read: EntityManager,
  importId: string,
  { only, cursor, limit }: OperationInput<List>['query'],
): Promise<OperationOutput<List>> {
  await findImport(read, importId);
  const where: FindOptionsWhere<ImportRowRow> = { importId };
  if (only === 'rejected') where.outcome = 'rejected';
  if (only === 'issues') where.issueCount = MoreThan(0);
  if (cursor !== undefined) where.row = MoreThan(parseCursor(cursor));
  const rows = await read.find(importRowTable, { where, order: { row: 'ASC' }, take: limit + 1 });
  const items = rows
    .slice(0, limit)
    .map(({ row, certificateNumber, outcome, issues }) => ({ row, certificateNumber, outcome, issues }));
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: formatCursor(last.row) } : { items };
}
