import type { EntityManager } from 'typeorm';
import { historyTable } from '../certificates/certificate-table.js';
import { type StatusChangeRow, statusChangeTable } from './status-table.js';

interface Superseding {
  at: string;
  /** Name of the API key, or `agent`. */
  actor: string;
  /** Why, for a person. */
  note: string;
}

/** Ends scheduled changes that have nothing to do any more; the history says which. */
export async function supersede(
  manager: EntityManager,
  changes: readonly StatusChangeRow[],
  { at, actor, note }: Superseding,
): Promise<void> {
  for (const { id, certificateId, action, decisionReference, decisionDate } of changes) {
    await manager.update(statusChangeTable, { id }, { state: 'superseded', note });
    const decision = { reference: decisionReference, date: decisionDate };
    await manager.insert(historyTable, {
      ...{ certificateId, at, actor, event: 'STATUS_SUPERSEDED' },
      data: { change: id, action, ...(decisionReference !== null && { decision }) },
    });
  }
}
