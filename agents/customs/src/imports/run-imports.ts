import { setImmediate } from 'node:timers/promises';
import { EslabonError } from '@eslabon/core';
import { In } from 'typeorm';
import type { AgentParts } from '../agent-parts.js';
import { createMutex } from '../platform/database/mutex.js';
import { importChunk } from './import-chunk.js';
import { type ImportJobRow, importJobTable } from './import-table.js';
import { readRegister } from './register/read-register.js';
import type { RegisterReading } from './register/register-reading.js';

/** Rows in one transaction: enough to make commits cheap, few enough to let other writes through. */
const chunkRows = 500;

type Parts = Pick<AgentParts, 'config' | 'database' | 'keys' | 'kernel' | 'clock' | 'log' | 'writer'>;

/** Runs imports one after another, and goes on with those that an earlier process left behind. */
export interface ImportRunner {
  enqueue(id: string, reading: RegisterReading): void;
  stop(): Promise<void>;
}

export async function runImports(parts: Parts): Promise<ImportRunner> {
  const inTurn = createMutex();
  let stopping = false;

  const run = async (id: string, reading?: RegisterReading): Promise<void> => {
    if (stopping) return;
    try {
      await runImport(parts, id, reading, () => stopping);
    } catch (error) {
      if (error instanceof EslabonError && error.code === 'SHUTTING_DOWN') return;
      parts.log.error({ err: error, import: id }, 'an import failed');
      // When not even that can be written, the job stays as it is, and the next start goes on with it.
      await failImport(parts, id, error).catch((failure: unknown) =>
        parts.log.error({ err: failure, import: id }, 'cannot note that an import failed'),
      );
    }
  };

  const unfinished = await parts.database.read.find(importJobTable, {
    where: { state: In(['queued', 'running']) },
    order: { sequence: 'ASC' },
  });
  for (const job of unfinished) void inTurn(() => run(job.id));

  return {
    enqueue: (id, reading) => void inTurn(() => run(id, reading)),
    async stop() {
      stopping = true;
      await inTurn(async () => undefined);
    },
  };
}

async function runImport(
  parts: Parts,
  id: string,
  reading: RegisterReading | undefined,
  stopping: () => boolean,
): Promise<void> {
  const { database, config, clock } = parts;
  let job = await database.read.findOneByOrFail(importJobTable, { id });
  const { rows } = reading ?? readRegister(await contentOf(parts, id), { country: config.country });
  await database.transaction((manager) => manager.update(importJobTable, { id }, { state: 'running' }));
  while (job.processed < rows.length) {
    if (stopping()) return;
    const chunk = rows.slice(job.processed, job.processed + chunkRows);
    const before: ImportJobRow = job;
    const counters = await database.transaction((manager) => importChunk(parts, manager, before, chunk));
    job = { ...job, ...counters };
    if (!job.dryRun) parts.writer.wake();
    // Let requests through between two chunks.
    await setImmediate();
  }
  await database.transaction((manager) =>
    manager.update(importJobTable, { id }, { state: 'done', finishedAt: clock().toISOString() }),
  );
}

async function contentOf({ database }: Parts, id: string): Promise<Uint8Array> {
  const { content } = await database.read.findOneOrFail(importJobTable, {
    where: { id },
    select: { content: true },
  });
  return new Uint8Array(content);
}

async function failImport({ database, clock }: Parts, id: string, error: unknown): Promise<void> {
  const known = error instanceof EslabonError ? error : undefined;
  await database.transaction((manager) =>
    manager.update(
      importJobTable,
      { id },
      {
        state: 'failed',
        finishedAt: clock().toISOString(),
        error: {
          code: known?.code ?? 'INTERNAL',
          message: known?.message ?? 'The import stopped because the agent failed.',
          hints: [
            ...(known?.hints ?? ['Import the same file again: rows that were dealt with stay as they are.']),
          ],
        },
      },
    ),
  );
}
