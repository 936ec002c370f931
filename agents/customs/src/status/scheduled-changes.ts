import type { EntityManager } from 'typeorm';
import { type StatusChangeRow, statusChangeTable } from './status-table.js';

/** Changes of a certificate that wait for their day, in the order in which they take effect. */
export function scheduledChanges(manager: EntityManager, certificateId: string): Promise<StatusChangeRow[]> {
  return manager.find(statusChangeTable, {
    where: { certificateId, state: 'scheduled' },
    order: { effectiveAt: 'ASC', sequence: 'ASC' },
  });
}
