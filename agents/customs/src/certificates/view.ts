import type { CertificateView, StatusChangeView } from '@eslabon/client/contract';
import { type EntityManager, In, Not } from 'typeorm';
import { type StatusChangeRow, statusChangeTable } from '../status/status-table.js';
import type { CertificateRow } from './certificate-table.js';

/** What callers see of certificates, each with its status changes that the chain has not confirmed. */
export async function viewCertificates(
  manager: EntityManager,
  rows: CertificateRow[],
): Promise<CertificateView[]> {
  const byCertificate = await pendingChanges(manager, rows);
  return rows.map((row) => {
    const changes = byCertificate.get(row.id) ?? [];
    const last = changes.at(-1);
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
      pendingChange: last === undefined ? null : viewStatusChange(last),
      pendingChanges: changes.toSorted(byEffect).map(viewStatusChange),
    };
  });
}

/** The changes of each certificate that are under way, or have failed and were not followed by one that did not. */
async function pendingChanges(
  manager: EntityManager,
  rows: CertificateRow[],
): Promise<Map<string, StatusChangeRow[]>> {
  const changes = await manager.find(statusChangeTable, {
    where: { certificateId: In(rows.map((row) => row.id)), state: Not('superseded') },
    order: { sequence: 'ASC' },
  });
  const pending = new Map<string, StatusChangeRow[]>();
  for (const change of changes) {
    const before = pending.get(change.certificateId) ?? [];
    const after =
      change.state === 'confirmed' ? before.filter(({ state }) => state !== 'failed') : [...before, change];
    pending.set(change.certificateId, after);
  }
  return pending;
}

function byEffect(a: StatusChangeRow, b: StatusChangeRow): number {
  return a.effectiveAt < b.effectiveAt ? -1 : a.effectiveAt > b.effectiveAt ? 1 : a.sequence - b.sequence;
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
