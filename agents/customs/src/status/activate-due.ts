import { EslabonError, transition } from '@eslabon/core';
import { LessThanOrEqual } from 'typeorm';
import type { AgentParts } from '../agent-parts.js';
import { certificateTable, historyTable } from '../certificates/certificate-table.js';
import { findCertificate } from '../certificates/find-certificate.js';
import { statusChangeTable } from './status-table.js';

/** Lets scheduled decisions take effect whose day has come. One that no longer fits the status fails, and says so. */
export async function activateDue({
  database,
  clock,
}: Pick<AgentParts, 'database' | 'clock'>): Promise<void> {
  const now = clock().toISOString();
  const where = { state: 'scheduled' as const, effectiveAt: LessThanOrEqual(now) };
  if (!(await database.read.existsBy(statusChangeTable, where))) return;
  await database.transaction(async (manager) => {
    const due = await manager.find(statusChangeTable, {
      where,
      order: { effectiveAt: 'ASC', sequence: 'ASC' },
    });
    for (const change of due) {
      const row = await findCertificate(manager, change.certificateId);
      try {
        const status = transition(row.status ?? 'active', change.action);
        await manager.update(certificateTable, { id: row.id }, { status });
        await manager.update(statusChangeTable, { id: change.id }, { state: 'queued' });
      } catch (error) {
        if (!(error instanceof EslabonError)) throw error;
        await manager.update(statusChangeTable, { id: change.id }, { state: 'failed', note: error.message });
        await manager.insert(historyTable, {
          certificateId: row.id,
          at: now,
          actor: 'agent',
          event: 'STATUS_FAILED',
          data: { change: change.id, code: error.code },
        });
      }
    }
  });
}
