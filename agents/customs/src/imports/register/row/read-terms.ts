import type { CertificateType, OperatorRole } from '@eslabon/core';
import { foldText } from '../fold-words.js';
import type { RegisterStatus } from '../register-reading.js';
import { certificateTypeByName } from '../values/certificate-type-names.js';
import { splitRoles } from '../values/split-roles.js';
import { statusByName } from '../values/status-names.js';
import { type RegisterCells, reportCell } from './register-cells.js';

/** Reads the certificate type of a row; `undefined` when it is missing or not known. */
export function readCertificateType(cells: RegisterCells): CertificateType | undefined {
  const cell = cells.values.certificateType;
  if (cell === undefined) return undefined;
  const type = certificateTypeByName.get(foldText(cell));
  if (type === undefined) reportCell(cells, 'certificateType', 'CERTIFICATE_TYPE_UNKNOWN');
  return type;
}

/** Reads the roles of a row, in their order; `undefined` when they are missing or one is not known. */
export function readOperatorRoles(cells: RegisterCells): OperatorRole[] | undefined {
  const cell = cells.values.operatorRoles;
  if (cell === undefined) return undefined;
  const { roles, unknown, repeated } = splitRoles(cell);
  if (repeated.length > 0)
    reportCell(cells, 'operatorRoles', 'ROLE_REPEATED', [...new Set(repeated)].join(', '));
  if (roles.length > 0 && unknown.length === 0) return roles;
  reportCell(cells, 'operatorRoles', 'ROLE_UNKNOWN', unknown.join(' ') || cell);
  return undefined;
}

/** Reads the status of a row. What “expired” means in law depends on the end date and on the day of the import. */
export function readStatus(cells: RegisterCells): RegisterStatus | undefined {
  const cell = cells.values.status;
  if (cell === undefined) return undefined;
  const status = statusByName.get(foldText(cell));
  if (status === undefined) reportCell(cells, 'status', 'STATUS_UNKNOWN');
  if (status === 'expired') reportCell(cells, 'status', 'STATUS_EXPIRED');
  return status;
}
