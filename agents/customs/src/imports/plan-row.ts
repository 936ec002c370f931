import type { ImportRow } from '@eslabon/client/contract';
import type { Certificate, CertificateStatus, StatusAction, StatusReason } from '@eslabon/core';
import type { CertificateRow } from '../certificates/certificate-table.js';
import { importIssue } from './import-issues.js';
import { contentHash } from './register/content-hash.js';
import type { RegisterRow } from './register/register-reading.js';

/** What an import does with one row. */
export interface RowPlan {
  report: Omit<ImportRow, 'row'> & { row: number };
  /** A certificate to issue. */
  issue?: { certificate: Certificate; hash: string; contactEmail: string | null };
  /** A status to take from the file, for a new certificate or for one issued before. */
  action?: { existing?: CertificateRow; name: StatusAction; reason: StatusReason | null };
}

type Existing = Pick<CertificateRow, 'state' | 'contentHash' | 'status'> & CertificateRow;

/**
 * Decides what to do with a row, given the certificate that has its number, if any. Importing the same row again
 * changes nothing; a row never makes a status milder. `today` is the day of the import, YYYY-MM-DD.
 */
export function planRow(row: RegisterRow, existing: Existing | undefined, today: string): RowPlan {
  const issues = row.issues.map(({ field, column, severity, code, value, sentence }) => ({
    field: field ?? null,
    column: column ?? null,
    severity,
    code,
    value: value ?? null,
    sentence,
  }));
  const report = (outcome: ImportRow['outcome'], more: ImportRow['issues'] = []) => ({
    row: row.row,
    certificateNumber: row.certificateNumber ?? null,
    outcome,
    issues: [...issues, ...more],
  });
  const { certificate } = row;
  if (certificate === undefined) {
    // A row without errors and without a certificate repeats an earlier one.
    return { report: report(issues.some((issue) => issue.severity === 'error') ? 'rejected' : 'unchanged') };
  }
  const { status, reason } = statusOf(row, certificate, today);
  const hash = contentHash(certificate);
  const number = certificate.certificateNumber;
  if (existing === undefined) {
    const issue = { certificate, hash, contactEmail: row.contactEmail ?? null };
    const name = status === 'active' ? undefined : status === 'suspended' ? 'suspend' : 'revoke';
    return { report: report('issued'), issue, ...(name === undefined ? {} : { action: { name, reason } }) };
  }
  if (existing.state === 'proposed')
    return { report: report('rejected', [importIssue('NUMBER_PROPOSED', number)]) };
  if (existing.contentHash !== hash)
    return { report: report('rejected', [importIssue('CONTENT_DIFFERS', number)]) };
  if (existing.status === status) return { report: report('unchanged') };
  if (status === 'active' || existing.status === 'revoked') {
    return { report: report('unchanged', [importIssue('STATUS_DIFFERS', existing.status ?? '')]) };
  }
  const name = status === 'suspended' ? 'suspend' : 'revoke';
  return { report: report('statusChanged'), action: { existing, name, reason } };
}

/** An expired certificate whose end date has passed says so by itself; any other has been ended by its authority. */
function statusOf(
  { status }: RegisterRow,
  { validUntil }: Certificate,
  today: string,
): { status: CertificateStatus; reason: StatusReason | null } {
  if (status !== 'expired') return { status, reason: null };
  const hasPassed = validUntil !== undefined && validUntil < today;
  return hasPassed ? { status: 'active', reason: null } : { status: 'revoked', reason: 'EXPIRED' };
}
