import { randomUUID } from 'node:crypto';
import type { CertificateView } from '@eslabon/client/contract';
import { type Certificate, EslabonError } from '@eslabon/core';
import { Not } from 'typeorm';
import type { AgentParts } from '../agent-parts.js';
import { contentHash } from '../imports/register/content-hash.js';
import { demandFit } from '../paper/demand-fit.js';
import type { Caller } from '../platform/http/caller.js';
import { certificateTable, historyTable } from './certificate-table.js';
import { searchName } from './search-name.js';
import { viewCertificate } from './view.js';

/**
 * Proposes to grant a certificate.
 * @throws EslabonError INPUT_INVALID when the TIN is another country's, CERTIFICATE_EXISTS when the number is taken,
 *   PAPER_TOO_LARGE when it could not be printed.
 */
export async function proposeCertificate(
  parts: Pick<AgentParts, 'config' | 'database' | 'keys' | 'clock'>,
  { certificate, contactEmail }: { certificate: Certificate; contactEmail?: string | undefined },
  caller: Caller,
): Promise<CertificateView> {
  const { config, database, clock } = parts;
  if (!certificate.tin.startsWith(config.country)) {
    throw new EslabonError('INPUT_INVALID', `The TIN ${certificate.tin} is not one of ${config.country}.`, {
      hints: ['An authority certifies the operators of its own country.'],
      details: { issues: [{ path: 'body.certificate.tin', message: `must begin with ${config.country}` }] },
    });
  }
  demandFit(parts, certificate);
  const at = clock().toISOString();
  const id = randomUUID();
  return database.transaction(async (manager) => {
    const { certificateNumber } = certificate;
    const taken = await manager.findOneBy(certificateTable, { certificateNumber, state: Not('rejected') });
    if (taken !== null) {
      throw new EslabonError('CERTIFICATE_EXISTS', `The certificate number ${certificateNumber} is taken.`, {
        hints: [`See GET /v1/certificates/${taken.id}.`],
      });
    }
    await manager.insert(certificateTable, {
      id,
      certificateNumber,
      state: 'proposed',
      status: null,
      tin: certificate.tin,
      legalName: certificate.legalName,
      searchName: searchName(certificate.legalName),
      certificateType: certificate.certificateType,
      content: certificate,
      contentHash: contentHash(certificate),
      contactEmail: contactEmail ?? null,
      proposedBy: caller.name,
      proposedAt: at,
    });
    await manager.insert(historyTable, {
      certificateId: id,
      at,
      actor: caller.name,
      event: 'PROPOSED',
      data: {},
    });
    return viewCertificate(manager, await manager.findOneByOrFail(certificateTable, { id }));
  });
}
