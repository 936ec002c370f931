import { randomUUID } from 'node:crypto';
import type { OperationInput, Operations, StatusChangeView } from '@eslabon/client/contract';
import { type CertificateStatus, EslabonError, transition } from '@eslabon/core';
import type { AgentParts } from '../agent-parts.js';
import { type CertificateRow, certificateTable, historyTable } from '../certificates/certificate-table.js';
import { findCertificate } from '../certificates/find-certificate.js';
import { startOfDay } from '../certificates/legal-dates.js';
import { viewStatusChange } from '../certificates/view.js';
import type { Caller } from '../platform/http/caller.js';
import { activateDueIn } from './activate-due.js';
import { demandRoom } from './demand-room.js';
import { overtaken } from './overtaken.js';
import { scheduledChanges } from './scheduled-changes.js';
import { statusChangeTable } from './status-table.js';
import { supersede } from './supersede.js';

type Decision = OperationInput<Operations['changeStatus']>['body'];

/** An issued certificate: it has a status, and a place for it on the chain. */
type Issued = CertificateRow & { status: CertificateStatus; list: number; index: number };

/**
 * Records a decision to suspend, reinstate or revoke, and queues its write to the chain. A decision that takes effect
 * on a later day is scheduled, and the status changes on that day; {@link demandRoom} says what may be scheduled
 * together.
 * @throws EslabonError CERTIFICATE_NOT_FOUND, CERTIFICATE_STATE, CERTIFICATE_CONFIRMATION, STATUS_REVOKED_IS_FINAL,
 * STATUS_NOT_SUSPENDED, STATUS_SCHEDULED
 */
export async function decideStatus(
  parts: Pick<AgentParts, 'config' | 'database' | 'clock' | 'follower' | 'writer'>,
  certificateId: string,
  decision: Decision,
  caller: Caller,
): Promise<StatusChangeView> {
  const now = parts.clock();
  const effective = effectiveInstant(decision.effectiveDate, parts.config.utcOffset, now);
  const id = randomUUID();
  const view = await parts.database.transaction(async (manager) => {
    await activateDueIn(manager, now.toISOString());
    const row = demandIssued(await findCertificate(manager, certificateId));
    const status = transition(row.status, decision.action);
    demandConfirmation(row, decision);
    const scheduled = effective > now;
    const effectiveAt = effective.toISOString();
    const others = await scheduledChanges(manager, certificateId);
    if (scheduled)
      demandRoom({ ...row, action: decision.action, effectiveAt }, others, parts.config.utcOffset);
    await manager.insert(statusChangeTable, {
      id,
      certificateId,
      action: decision.action,
      reason: decision.reason,
      decisionReference: decision.decision.reference,
      decisionDate: decision.decision.date,
      effectiveAt,
      decidedBy: caller.name,
      decidedAt: now.toISOString(),
      state: scheduled ? 'scheduled' : 'queued',
      list: row.list,
      index: row.index,
      note: scheduled ? null : chainNote(parts.follower.trouble()),
    });
    if (!scheduled) await manager.update(certificateTable, { id: certificateId }, { status });
    await manager.insert(historyTable, {
      certificateId,
      at: now.toISOString(),
      actor: caller.name,
      event: 'STATUS_DECIDED',
      data: { change: id, ...decision, effectiveAt },
    });
    const later = others.filter((other) => other.effectiveAt > effectiveAt);
    await supersede(manager, overtaken(decision.action, later), {
      ...{ at: now.toISOString(), actor: caller.name },
      note: `Without effect: ${decision.decision.reference} came before it.`,
    });
    return viewStatusChange(await manager.findOneByOrFail(statusChangeTable, { id }));
  });
  parts.writer.wake();
  return view;
}

function demandIssued(row: CertificateRow): Issued {
  if (row.status === null || row.list === null || row.index === null) {
    throw new EslabonError(
      'CERTIFICATE_STATE',
      `The certificate ${row.certificateNumber} is ${row.state}, not issued.`,
      {
        hints: ['Only an issued certificate has a status.'],
      },
    );
  }
  return row as Issued;
}

function demandConfirmation({ certificateNumber }: CertificateRow, { action, confirm }: Decision): void {
  if (action !== 'revoke' || confirm === certificateNumber) return;
  throw new EslabonError(
    'CERTIFICATE_CONFIRMATION',
    `Revoking ${certificateNumber} is final and was not confirmed.`,
    {
      hints: ['Repeat the certificate number in `confirm`.'],
    },
  );
}

/** The start of the effective day in the authority's zone, or now when that has passed or no date is given. */
function effectiveInstant(date: string | undefined, utcOffset: string, now: Date): Date {
  if (date === undefined) return now;
  const start = new Date(startOfDay(date, utcOffset));
  return start > now ? start : now;
}

function chainNote(trouble: EslabonError | undefined): string | null {
  return trouble === undefined
    ? null
    : `Queued: the chain cannot be written now (${trouble.code}); the agent keeps trying.`;
}
