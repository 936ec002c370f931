import type { CertificateView } from '@eslabon/client/contract';
import type { AgentParts } from '../agent-parts.js';
import type { Caller } from '../platform/http/caller.js';
import { certificateTable, historyTable } from './certificate-table.js';
import { findCertificate } from './find-certificate.js';
import { demandProposal } from './issue.js';
import { viewCertificate } from './view.js';

/**
 * Rejects a proposal; the record stays, its number becomes free.
 * @throws EslabonError CERTIFICATE_NOT_FOUND, CERTIFICATE_STATE when it is no proposal.
 */
export async function rejectCertificate(
  { database, clock }: Pick<AgentParts, 'database' | 'clock'>,
  id: string,
  note: string,
  caller: Caller,
): Promise<CertificateView> {
  return database.transaction(async (manager) => {
    const row = await findCertificate(manager, id);
    demandProposal(row.state, row.certificateNumber);
    await manager.update(certificateTable, { id }, { state: 'rejected' });
    await manager.insert(historyTable, {
      certificateId: id,
      at: clock().toISOString(),
      actor: caller.name,
      event: 'REJECTED',
      data: { note },
    });
    return viewCertificate(manager, await findCertificate(manager, id));
  });
}
