import type { RenewalView } from '@eslabon/client/contract';
import type { AgentParts } from '../agent-parts.js';
import { historyTable } from '../certificates/certificate-table.js';
import { findCertificate } from '../certificates/find-certificate.js';
import type { Caller } from '../platform/http/caller.js';
import { findProposedRenewal } from './find-renewal.js';
import type { RenewalIds } from './issue-renewal.js';
import { renewalTable } from './renewal-table.js';
import { viewRenewal } from './view-renewal.js';

/**
 * Rejects a renewal; the certificate stays as it is, and another renewal can be proposed.
 * @throws EslabonError CERTIFICATE_NOT_FOUND, NOT_FOUND, CERTIFICATE_STATE when it was decided on
 */
export function rejectRenewal(
  { database, clock }: Pick<AgentParts, 'database' | 'clock'>,
  { id: certificateId, renewalId }: RenewalIds,
  note: string,
  caller: Caller,
): Promise<RenewalView> {
  const at = clock().toISOString();
  return database.transaction(async (manager) => {
    await findCertificate(manager, certificateId);
    const { id } = await findProposedRenewal(manager, certificateId, renewalId);
    await manager.update(renewalTable, { id }, { state: 'rejected', decidedBy: caller.name, decidedAt: at });
    await manager.insert(historyTable, {
      ...{ certificateId, at, actor: caller.name, event: 'RENEWAL_REJECTED' },
      data: { renewal: id, note },
    });
    return viewRenewal(await manager.findOneByOrFail(renewalTable, { id }));
  });
}
