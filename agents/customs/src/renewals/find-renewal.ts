import { EslabonError } from '@eslabon/core';
import type { EntityManager } from 'typeorm';
import { type RenewalRow, renewalTable } from './renewal-table.js';

/** A renewal that waits. @throws EslabonError NOT_FOUND, CERTIFICATE_STATE when it was decided on */
export async function findProposedRenewal(
  manager: EntityManager,
  certificateId: string,
  id: string,
): Promise<RenewalRow> {
  const row = await manager.findOneBy(renewalTable, { id, certificateId });
  if (row === null) {
    throw new EslabonError('NOT_FOUND', `The certificate has no renewal with the id ${id}.`, {
      hints: [`GET /v1/certificates/${certificateId}/renewals lists them.`],
    });
  }
  if (row.state === 'proposed') return row;
  throw new EslabonError('CERTIFICATE_STATE', `The renewal is ${row.state}, not proposed.`);
}
