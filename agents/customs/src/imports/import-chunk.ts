import { randomUUID } from 'node:crypto';
import { dayAt, statusAfter } from '@eslabon/core';
import { type EntityManager, In, Not } from 'typeorm';
import type { AgentParts } from '../agent-parts.js';
import { certificateTable, credentialTable, historyTable } from '../certificates/certificate-table.js';
import { issueCertificates } from '../certificates/issue-certificates.js';
import { searchName } from '../certificates/search-name.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { activateDueIn } from '../status/activate-due.js';
import { overtaken } from '../status/overtaken.js';
import { scheduledChanges } from '../status/scheduled-changes.js';
import { type StatusChangeRow, statusChangeTable } from '../status/status-table.js';
import { supersede } from '../status/supersede.js';
import { type ImportJobRow, importJobTable, importRowTable } from './import-table.js';
import { planRow, type RowPlan } from './plan-row.js';
import { refuseUnprintable } from './refuse-unprintable.js';
import type { RegisterRow } from './register/register-reading.js';

type Parts = Pick<AgentParts, 'config' | 'keys' | 'kernel' | 'clock'>;
type Counters = Pick<
  ImportJobRow,
  'processed' | 'issued' | 'unchanged' | 'statusChanged' | 'rejected' | 'warnings'
>;

/**
 * Deals with a run of rows in one transaction: certificates, indexes, credentials, statuses, report and progress are
 * stored together or not at all, so that a killed import goes on exactly where it stopped.
 */
export async function importChunk(
  parts: Parts,
  manager: EntityManager,
  job: ImportJobRow,
  rows: readonly RegisterRow[],
): Promise<Counters> {
  if (!job.dryRun) await activateDueIn(manager, parts.clock().toISOString());
  const plans = await planRows(parts, manager, rows);
  if (!job.dryRun) await carryOut(parts, manager, job, plans);
  await insertRows(
    manager,
    importRowTable,
    plans.map(({ report }) => ({ importId: job.id, ...report, issueCount: report.issues.length })),
  );
  const counters = count(job, plans);
  await manager.update(importJobTable, { id: job.id }, counters);
  return counters;
}

async function planRows(
  parts: Parts,
  manager: EntityManager,
  rows: readonly RegisterRow[],
): Promise<RowPlan[]> {
  const numbers = rows.flatMap((row) => row.certificate?.certificateNumber ?? []);
  const found = await manager.findBy(certificateTable, {
    certificateNumber: In(numbers),
    state: Not('rejected'),
  });
  const existing = new Map(found.map((row) => [row.certificateNumber, row]));
  const today = dayAt(parts.clock().getTime(), parts.config.utcOffset);
  return rows.map((row) =>
    refuseUnprintable(parts, planRow(row, existing.get(row.certificate?.certificateNumber ?? ''), today)),
  );
}

async function carryOut(
  parts: Parts,
  manager: EntityManager,
  job: ImportJobRow,
  plans: RowPlan[],
): Promise<void> {
  const actor = `${job.createdBy} (import ${job.fileName})`;
  const toIssue = plans.flatMap((plan) =>
    plan.issue === undefined ? [] : [{ ...plan.issue, action: plan.action }],
  );
  const issued = await issueCertificates(
    parts,
    manager,
    toIssue.map((entry) => entry.certificate),
  );
  const at = parts.clock().toISOString();
  const changes: Omit<StatusChangeRow, 'sequence'>[] = [];
  const certificates = toIssue.map(({ certificate, hash, contactEmail, action }, position) => {
    const { credentialId, list, index, issuedAt } = issued[position] as (typeof issued)[number];
    const id = randomUUID();
    if (action !== undefined) changes.push(changeOf({ id, list, index }, action, actor, at));
    return {
      id,
      certificateNumber: certificate.certificateNumber,
      state: 'issued' as const,
      status: action === undefined ? 'active' : statusAfter[action.name],
      tin: certificate.tin,
      legalName: certificate.legalName,
      searchName: searchName(certificate.legalName),
      certificateType: certificate.certificateType,
      content: certificate,
      contentHash: hash,
      contactEmail,
      credentialId,
      list,
      index,
      proposedBy: actor,
      proposedAt: issuedAt,
      issuedBy: actor,
      issuedAt,
    };
  });
  for (const { action } of plans) {
    if (action?.existing === undefined) continue;
    changes.push(changeOf(action.existing, action, actor, at));
    await manager.update(certificateTable, { id: action.existing.id }, { status: statusAfter[action.name] });
    const scheduled = await scheduledChanges(manager, action.existing.id);
    await supersede(manager, overtaken(action.name, scheduled), {
      ...{ at, actor },
      note: `Without effect: the register ${job.fileName} came before it.`,
    });
  }
  await insertRows(manager, certificateTable, certificates);
  await insertRows(
    manager,
    credentialTable,
    certificates.map(({ id, issuedAt }, position) => ({
      certificateId: id,
      format: 'vc+jwt' as const,
      token: issued[position]?.token as string,
      signedAt: issuedAt,
    })),
  );
  await insertRows(manager, statusChangeTable, changes);
  await insertRows(manager, historyTable, [
    ...certificates.map(({ id, list, index, credentialId }) => ({
      certificateId: id,
      at,
      actor,
      event: 'IMPORTED' as const,
      data: { import: job.id, list, index, credentialId },
    })),
    ...changes.map((change) => ({
      certificateId: change.certificateId,
      at,
      actor,
      event: 'STATUS_DECIDED' as const,
      data: { change: change.id, action: change.action, import: job.id },
    })),
  ]);
}

type Placed = { id: string; list: number | null; index: number | null };

function changeOf(
  { id, list, index }: Placed,
  { name: action, reason }: NonNullable<RowPlan['action']>,
  decidedBy: string,
  at: string,
): Omit<StatusChangeRow, 'sequence'> {
  return {
    id: randomUUID(),
    certificateId: id,
    action,
    reason,
    decisionReference: null,
    decisionDate: null,
    effectiveAt: at,
    decidedBy,
    decidedAt: at,
    state: 'queued',
    list: list as number,
    index: index as number,
    batchId: null,
    transaction: null,
    blockNumber: null,
    note: null,
  };
}

function count(job: ImportJobRow, plans: RowPlan[]): Counters {
  const outcomes = (outcome: RowPlan['report']['outcome']) =>
    plans.filter((p) => p.report.outcome === outcome).length;
  const warnings = plans
    .flatMap((p) => p.report.issues)
    .filter((issue) => issue.severity === 'warning').length;
  return {
    processed: job.processed + plans.length,
    issued: job.issued + outcomes('issued'),
    unchanged: job.unchanged + outcomes('unchanged'),
    statusChanged: job.statusChanged + outcomes('statusChanged'),
    rejected: job.rejected + outcomes('rejected'),
    warnings: job.warnings + warnings,
  };
}
