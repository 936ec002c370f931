import type { OperationOutput, Operations } from '@eslabon/client/contract';
import type { AgentParts } from '../agent-parts.js';
import { findCertificate } from '../certificates/find-certificate.js';
import { issuanceSessionTable } from './issuance-tables.js';
import { viewOffers } from './view-offers.js';

/** An officer looks at the last ones; the history has all of them. */
const take = 50;

/** Offers of a certificate, newest first. @throws EslabonError CERTIFICATE_NOT_FOUND */
export async function listOffers(
  { database: { read }, clock }: Pick<AgentParts, 'database' | 'clock'>,
  certificateId: string,
): Promise<OperationOutput<Operations['listOffers']>> {
  await findCertificate(read, certificateId);
  const rows = await read.find(issuanceSessionTable, {
    where: { certificateId },
    order: { sequence: 'DESC' },
    take,
  });
  return { items: await viewOffers(read, rows, clock) };
}
