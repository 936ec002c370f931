import { z } from 'zod';

/** UN/EDIFACT 3035 party function codes of an AEO, in the order of their bits in ArrangementRegistry terms. */
export const operatorRoles = [
  'IM',
  'EX',
  'MF',
  'CB',
  'CA',
  'GA',
  'GT',
  'CG',
  'FW',
  'CS',
  'WH',
  'TR',
  'DT',
  'AE',
] as const;

export const operatorRoleSchema = z.enum(operatorRoles);

export type OperatorRole = z.infer<typeof operatorRoleSchema>;

/** The mask that covers every role. */
export const everyRole = (1 << operatorRoles.length) - 1;

/** The bit mask of a set of roles. */
export function operatorRoleMask(roles: readonly OperatorRole[]): number {
  return roles.reduce((mask, role) => mask | (1 << operatorRoles.indexOf(role)), 0);
}
