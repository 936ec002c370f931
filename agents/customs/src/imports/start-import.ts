import { randomUUID } from 'node:crypto';
import type { ImportView } from '@eslabon/client/contract';
import { maxRegisterBytes } from '@eslabon/client/contract';
import type { AgentParts } from '../agent-parts.js';
import type { Caller } from '../platform/http/caller.js';
import { importJobTable } from './import-table.js';
import { readRegister } from './register/read-register.js';
import { viewImport } from './view-import.js';

/**
 * Reads a register and queues its import. A file that cannot be read at all is refused here, before anything is stored.
 * @throws EslabonError REGISTER_EMPTY, REGISTER_BINARY, REGISTER_TOO_LARGE, REGISTER_HEADER, REGISTER_SYNTAX
 */
export async function startImport(
  { config, database, clock, imports }: Pick<AgentParts, 'config' | 'database' | 'clock' | 'imports'>,
  file: Uint8Array,
  { fileName, dryRun }: { fileName: string; dryRun: 'true' | 'false' },
  caller: Caller,
): Promise<ImportView> {
  const reading = readRegister(file, { country: config.country, maxBytes: maxRegisterBytes });
  const { encoding, separator, dateOrder, unknownColumns } = reading.shape;
  const id = randomUUID();
  const row = await database.transaction(async (manager) => {
    await manager.insert(importJobTable, {
      id,
      // Only the last part: a browser may send a whole path.
      fileName: fileName.split(/[\\/]/).at(-1) || 'register.csv',
      content: Buffer.from(file),
      dryRun: dryRun === 'true',
      state: 'queued',
      createdBy: caller.name,
      createdAt: clock().toISOString(),
      finishedAt: null,
      shape: { encoding, separator, dateOrder, unknownColumns },
      rows: reading.rowCount,
      processed: 0,
      issued: 0,
      unchanged: 0,
      statusChanged: 0,
      rejected: 0,
      warnings: 0,
      error: null,
    });
    return manager.findOneByOrFail(importJobTable, { id });
  });
  imports.enqueue(id, reading);
  return viewImport(row);
}
