import { randomUUID } from 'node:crypto';
import type { RenewalChanges, RenewalView } from '@eslabon/client/contract';
import { EslabonError } from '@eslabon/core';
import type { AgentParts } from '../agent-parts.js';
import { historyTable } from '../certificates/certificate-table.js';
import { demandActive } from '../certificates/demand-active.js';
import { findCertificate } from '../certificates/find-certificate.js';
import type { Caller } from '../platform/http/caller.js';
import { type RenewalRow, renewalTable } from './renewal-table.js';
import { renewedContent } from './renewed-content.js';
import { viewRenewal } from './view-renewal.js';

/**
 * Proposes to renew a certificate; nothing changes until another person issues the renewal.
 * @throws EslabonError CERTIFICATE_NOT_FOUND, CERTIFICATE_STATE unless it is active and no renewal of it waits,
 *   INPUT_INVALID when the renewal would take something away
 */
export function proposeRenewal(
  { database, clock }: Pick<AgentParts, 'database' | 'clock'>,
  certificateId: string,
  changes: RenewalChanges,
  caller: Caller,
): Promise<RenewalView> {
  const at = clock().toISOString();
  return database.transaction(async (manager) => {
    const certificate = await findCertificate(manager, certificateId);
    demandActive(certificate);
    renewedContent(certificate.content, changes);
    const waiting = await manager.findOneBy(renewalTable, { certificateId, state: 'proposed' });
    if (waiting !== null) {
      throw new EslabonError(
        'CERTIFICATE_STATE',
        `A renewal of the certificate ${certificate.certificateNumber} waits already.`,
        { hints: [`Issue or reject the renewal ${waiting.id} first.`] },
      );
    }
    const row: Omit<RenewalRow, 'sequence'> = {
      ...{ id: randomUUID(), certificateId, state: 'proposed', changes },
      ...{ proposedBy: caller.name, proposedAt: at, decidedBy: null, decidedAt: null, replaced: null },
    };
    await manager.insert(renewalTable, row);
    await manager.insert(historyTable, {
      ...{ certificateId, at, actor: caller.name, event: 'RENEWAL_PROPOSED' },
      data: { renewal: row.id, ...changes },
    });
    return viewRenewal(await manager.findOneByOrFail(renewalTable, { id: row.id }));
  });
}
