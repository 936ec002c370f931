import { EslabonError } from '@eslabon/core';
import type { EntityManager } from 'typeorm';
import { type ImportJobRow, importJobTable } from './import-table.js';

/** @throws EslabonError IMPORT_NOT_FOUND */
export async function findImport(read: EntityManager, id: string): Promise<ImportJobRow> {
  const job = await read.findOneBy(importJobTable, { id });
  if (job === null) throw new EslabonError('IMPORT_NOT_FOUND', `There is no import with the id ${id}.`);
  return job;
}
