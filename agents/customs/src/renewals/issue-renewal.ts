import { randomUUID } from 'node:crypto';
import type { CertificateView } from '@eslabon/client/contract';
import type { AgentParts } from '../agent-parts.js';
import { certificateTable, credentialTable, historyTable } from '../certificates/certificate-table.js';
import { demandActive } from '../certificates/demand-active.js';
import { demandFourEyes } from '../certificates/demand-four-eyes.js';
import { findCertificate } from '../certificates/find-certificate.js';
import { signCertificate } from '../certificates/sign-certificate.js';
import { viewCertificate } from '../certificates/view.js';
import { contentHash } from '../imports/register/content-hash.js';
import type { Caller } from '../platform/http/caller.js';
import { findProposedRenewal } from './find-renewal.js';
import { renewalTable } from './renewal-table.js';
import { renewedContent } from './renewed-content.js';

export interface RenewalIds {
  id: string;
  renewalId: string;
}

/**
 * Approves a renewal: the certificate says from now on what the renewal has, and is signed anew under its old status
 * entry. Copies held before keep their own dates, and whatever is decided about the entry counts for them too.
 * @throws EslabonError CERTIFICATE_NOT_FOUND, NOT_FOUND, CERTIFICATE_STATE unless the certificate is active and the
 *   renewal waits, CERTIFICATE_FOUR_EYES when the caller proposed it
 */
export function issueRenewal(
  parts: Pick<AgentParts, 'config' | 'database' | 'keys' | 'kernel' | 'clock'>,
  { id, renewalId }: RenewalIds,
  caller: Caller,
): Promise<CertificateView> {
  return parts.database.transaction(async (manager) => {
    const row = await findCertificate(manager, id);
    const renewal = await findProposedRenewal(manager, id, renewalId);
    demandActive(row);
    demandFourEyes(parts.config, renewal.proposedBy, caller);
    const content = renewedContent(row.content, renewal.changes);
    const entry = { list: row.list as number, index: row.index as number };
    const credentialId = `urn:uuid:${randomUUID()}`;
    const now = parts.clock();
    const at = now.toISOString();
    const token = await signCertificate(parts, { certificate: content, entry, credentialId, now });
    const before = await manager.findOneByOrFail(credentialTable, { certificateId: id, format: 'vc+jwt' });
    await manager.update(
      renewalTable,
      { id: renewalId },
      { state: 'issued', decidedBy: caller.name, decidedAt: at, replaced: before.token },
    );
    await manager.update(
      certificateTable,
      { id },
      { content, contentHash: contentHash(content), credentialId },
    );
    // Registers for border posts have one credential of each certificate, and are made anew when there is a newer one.
    await manager.delete(credentialTable, { certificateId: id });
    await manager.insert(credentialTable, { certificateId: id, format: 'vc+jwt', token, signedAt: at });
    await manager.insert(historyTable, {
      ...{ certificateId: id, at, actor: caller.name, event: 'RENEWED' },
      data: { renewal: renewalId, credentialId, replaces: row.credentialId as string, ...renewal.changes },
    });
    return viewCertificate(manager, await findCertificate(manager, id));
  });
}
