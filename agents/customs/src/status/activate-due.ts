import { EslabonError, transition } from '@eslabon/core';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import type { AgentParts } from '../agent-parts.js';
import { certificateTable } from '../certificates/certificate-table.js';
import { findCertificate } from '../certificates/find-certificate.js';
import { statusChangeTable } from './status-table.js';
import { supersede } from './supersede.js';

const due = (now: string) => ({ state: 'scheduled' as const, effectiveAt: LessThanOrEqual(now) });

/** Lets scheduled decisions take effect whose day has come. */
export async function activateDue({
  database,
  clock,
}: Pick<AgentParts, 'database' | 'clock'>): Promise<void> {
  const now = clock().toISOString();
  if (!(await database.read.existsBy(statusChangeTable, due(now)))) return;
  await database.transaction((manager) => activateDueIn(manager, now));
}

/**
 * The same within a transaction: whoever decides something goes by the statuses of this instant, whether or not the
 * writer has come to them. One that no longer fits the status is ended.
 */
export async function activateDueIn(manager: EntityManager, now: string): Promise<void> {
  const changes = await manager.find(statusChangeTable, {
    where: due(now),
    order: { effectiveAt: 'ASC', sequence: 'ASC' },
  });
  for (const change of changes) {
    const row = await findCertificate(manager, change.certificateId);
    try {
      const status = transition(row.status ?? 'active', change.action);
      await manager.update(certificateTable, { id: row.id }, { status });
      await manager.update(statusChangeTable, { id: change.id }, { state: 'queued' });
    } catch (error) {
      if (!(error instanceof EslabonError)) throw error;
      await supersede(manager, [change], { at: now, actor: 'agent', note: error.message });
    }
  }
}
