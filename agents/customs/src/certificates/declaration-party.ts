import type { OperatorRole } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { EntityManager } from 'typeorm';
import type { FileAnswer } from '../platform/http/handler.js';
import { demandActive } from './demand-active.js';
import { findCertificate } from './find-certificate.js';

interface Wanted {
  format: 'json' | 'xml';
  /** All roles of the certificate when absent. */
  role?: OperatorRole | undefined;
}

/** WCO Data Model class 16C: R143 identification, an..17; R005 role, a..3 by UN/EDIFACT 3035. */
interface Party {
  ID: string;
  RoleCode: OperatorRole;
}

/**
 * The operator of an active certificate as AEOMutualRecognitionParty, once for each role, as it stands in the goods
 * shipment of a declaration.
 * @throws EslabonError CERTIFICATE_NOT_FOUND; CERTIFICATE_STATE; INPUT_INVALID when it has no such role
 */
export async function declarationParty(
  manager: EntityManager,
  id: string,
  { format, role }: Wanted,
): Promise<FileAnswer> {
  const row = await findCertificate(manager, id);
  demandActive(row);
  const { tin, operatorRoles } = row.content;
  if (role !== undefined && !operatorRoles.includes(role)) {
    throw new EslabonError('INPUT_INVALID', `The certificate ${row.certificateNumber} has no role ${role}.`, {
      details: { issues: [{ path: 'query.role', message: `must be one of ${operatorRoles.join(', ')}` }] },
    });
  }
  const roles = role === undefined ? operatorRoles : [role];
  const parties = roles.map((each) => ({ ID: tin, RoleCode: each }));
  return format === 'xml'
    ? { bytes: Buffer.from(toXml(parties)), mediaType: 'application/xml' }
    : {
        bytes: Buffer.from(JSON.stringify({ AEOMutualRecognitionParty: parties }, null, 2)),
        mediaType: 'application/json',
      };
}

function toXml(parties: readonly Party[]): string {
  const items = parties.map(({ ID, RoleCode }) =>
    [
      '  <AEOMutualRecognitionParty>',
      `    <ID>${ID.replaceAll('&', '&amp;')}</ID>`,
      `    <RoleCode>${RoleCode}</RoleCode>`,
      '  </AEOMutualRecognitionParty>',
    ].join('\n'),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<GoodsShipment>\n${items.join('\n')}\n</GoodsShipment>\n`;
}
