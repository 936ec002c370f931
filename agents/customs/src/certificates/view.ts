import type { CertificateView, StatusChangeView } from '@eslabon/client/contract';
import { type EntityManager, In } from 'typeorm';
import { type StatusChangeRow, statusChangeTable } from '../status/status-table.js';
import type { CertificateRow } from './certificate-table.js';

/** What callers see of certificates, each with its last status change that the chain has not confirmed. */
export async function viewCertificates(
  manager: EntityManager,
  rows: CertificateRow[],
): Promise<CertificateView[]> {
  const byCertificate = await pendingChanges(manager, rows);
  return rows.map((row) => {
    const change = byCertificate.get(row.id);
    return {
      id: row.id,
      state: row.state,
      status: row.status,
      certificate: row.content,
      contactEmail: row.contactEmail,
      statusEntry: row.list === null || row.index === null ? null : { list: row.list, index: row.index },
      credentialId: row.credentialId,
      proposedBy: row.proposedBy,
      proposedAt: row.proposedAt,
      issuedBy: row.issuedBy,
      issuedAt: row.issuedAt,
      pendingChange: change === undefined ? null : viewStatusChange(change),
    };
  });
}

/** The last change of each certificate that is under way, or has failed and was not followed by one that did not. */
async function pendingChanges(
  manager: EntityManager,
  rows: CertificateRow[],
): Promise<Map<string, StatusChangeRow>> {
  const changes = await manager.find(statusChangeTable, {
    where: { certificateId: In(rows.map((row) => row.id)) },
    order: { sequence: 'ASC' },
  });
  const pending = new Map<string, StatusChangeRow>();
  for (const change of changes) {
    const { certificateId, state } = change;
    if (state !== 'confirmed') pending.set(certificateId, change);
    else if (pending.get(certificateId)?.state === 'failed') pending.delete(certificateId);
  }
  return pending;
}

export async function viewCertificate(manager: EntityManager, row: CertificateRow): Promise<CertificateView> {
  const [view] = await viewCertificates(manager, [row]);
  return view as CertificateView;
}

export function viewStatusChange(row: StatusChangeRow): StatusChangeView {
  return {
    id: row.id,
    certificateId: row.certificateId,
    action: row.action,
    reason: row.reason,
    decision:
      row.decisionReference === null || row.decisionDate === null
        ? null
        : { reference: row.decisionReference, date: row.decisionDate },
    effectiveAt: row.effectiveAt,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt,
    state: row.state,
    transaction: row.transaction,
    blockNumber: row.blockNumber,
    note: row.note,
  };
}
