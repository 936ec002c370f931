import type { HistoryEntry } from '@eslabon/client/contract';
import type { EntityManager } from 'typeorm';
import { historyTable } from './certificate-table.js';
import { findCertificate } from './find-certificate.js';

/** Everything that happened to a certificate, oldest first. @throws EslabonError CERTIFICATE_NOT_FOUND */
export async function certificateHistory(
  read: EntityManager,
  id: string,
): Promise<{ items: HistoryEntry[] }> {
  await findCertificate(read, id);
  const rows = await read.find(historyTable, { where: { certificateId: id }, order: { sequence: 'ASC' } });
  return { items: rows.map(({ certificateId: _, ...entry }) => entry) };
}
