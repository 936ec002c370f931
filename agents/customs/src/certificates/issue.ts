import type { CertificateView } from '@eslabon/client/contract';
import { EslabonError } from '@eslabon/core';
import type { AgentParts } from '../agent-parts.js';
import { demandFit } from '../paper/demand-fit.js';
import type { Caller } from '../platform/http/caller.js';
import { certificateTable, credentialTable, historyTable } from './certificate-table.js';
import { demandFourEyes } from './demand-four-eyes.js';
import { findCertificate } from './find-certificate.js';
import { type Issued, issueCertificates } from './issue-certificates.js';
import { viewCertificate } from './view.js';

/**
 * Approves a proposal and issues its certificate.
 * @throws EslabonError CERTIFICATE_NOT_FOUND, CERTIFICATE_STATE when it is no proposal, CERTIFICATE_FOUR_EYES when the
 * caller proposed it, PAPER_TOO_LARGE when it could not be printed.
 */
export async function issueCertificate(
  parts: Pick<AgentParts, 'config' | 'database' | 'keys' | 'kernel' | 'clock'>,
  id: string,
  caller: Caller,
): Promise<CertificateView> {
  return parts.database.transaction(async (manager) => {
    const row = await findCertificate(manager, id);
    demandProposal(row.state, row.certificateNumber);
    demandFourEyes(parts.config, row.proposedBy, caller);
    demandFit(parts, row.content);
    const [issued] = (await issueCertificates(parts, manager, [row.content])) as [Issued];
    const { token, issuedAt, ...entry } = issued;
    await manager.update(
      certificateTable,
      { id },
      { ...entry, state: 'issued', status: 'active', issuedBy: caller.name, issuedAt },
    );
    await manager.insert(credentialTable, { certificateId: id, format: 'vc+jwt', token, signedAt: issuedAt });
    await manager.insert(historyTable, {
      certificateId: id,
      at: issuedAt,
      actor: caller.name,
      event: 'ISSUED',
      data: { ...entry },
    });
    return viewCertificate(manager, await findCertificate(manager, id));
  });
}

/** @throws EslabonError CERTIFICATE_STATE */
export function demandProposal(state: string, certificateNumber: string): void {
  if (state === 'proposed') return;
  throw new EslabonError(
    'CERTIFICATE_STATE',
    `The certificate ${certificateNumber} is ${state}, not proposed.`,
  );
}
