import type { OperationInput, OperationOutput, Operations } from '@eslabon/client/contract';
import { type EntityManager, In, LessThan } from 'typeorm';
import { type CertificateRow, certificateTable } from '../certificates/certificate-table.js';
import { formatCursor, parseCursor } from '../certificates/cursor.js';
import { renewalTable } from './renewal-table.js';
import { viewRenewal } from './view-renewal.js';

type List = Operations['listWaitingRenewals'];

/**
 * A page of the renewals that wait, newest first, each with what its certificate says now.
 * @throws EslabonError CURSOR_INVALID
 */
export async function listWaitingRenewals(
  read: EntityManager,
  { cursor, limit, state }: OperationInput<List>['query'],
): Promise<OperationOutput<List>> {
  const where = { state, ...(cursor !== undefined && { sequence: LessThan(parseCursor(cursor)) }) };
  const rows = await read.find(renewalTable, { where, order: { sequence: 'DESC' }, take: limit + 1 });
  const page = rows.slice(0, limit);
  const certificates = await read.findBy(certificateTable, {
    id: In(page.map(({ certificateId }) => certificateId)),
  });
  const contents = new Map(certificates.map(({ id, content }) => [id, content]));
  const items = page.map((row) => {
    const content = contents.get(row.certificateId) as CertificateRow['content'];
    const { certificateNumber, legalName, tin, operatorRoles, validUntil = null } = content;
    return {
      ...viewRenewal(row),
      certificate: { certificateNumber, legalName, tin, validUntil, operatorRoles },
    };
  });
  const last = page.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: formatCursor(last.sequence) } : { items };
}
