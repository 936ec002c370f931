import type { Client } from '@eslabon/client';
import type { CertificateView } from '@eslabon/client/contract';
import { EslabonError } from '@eslabon/core';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A certificate by its id, or by its number. A number that was rejected can be proposed again: the issued
 * certificate is meant, else the newest.
 * @throws EslabonError CERTIFICATE_NOT_FOUND.
 */
export async function findCertificate(
  client: Pick<Client, 'getCertificate' | 'listCertificates'>,
  idOrNumber: string,
): Promise<CertificateView> {
  if (uuid.test(idOrNumber)) return client.getCertificate({ params: { id: idOrNumber } });
  const filter = { certificateNumber: idOrNumber, limit: 1 };
  const issued = await client.listCertificates({ query: { ...filter, state: 'issued' } });
  const found = issued.items[0] ?? (await client.listCertificates({ query: filter })).items[0];
  if (found !== undefined) return found;
  throw new EslabonError('CERTIFICATE_NOT_FOUND', `The agent has no certificate “${idOrNumber}”.`, {
    hints: ['`eslabon certificate list --name TEXT` finds certificates by a part of the legal name.'],
  });
}
