import { EslabonError } from '@eslabon/core';
import type { EntityManager } from 'typeorm';
import { type CertificateRow, certificateTable } from './certificate-table.js';

/** @throws EslabonError CERTIFICATE_NOT_FOUND */
export async function findCertificate(manager: EntityManager, id: string): Promise<CertificateRow> {
  const row = await manager.findOneBy(certificateTable, { id });
  if (row === null) {
    throw new EslabonError('CERTIFICATE_NOT_FOUND', `There is no certificate with the id ${id}.`, {
      hints: ['GET /v1/certificates?certificateNumber=… finds a certificate by its number.'],
    });
  }
  return row;
}
