import type { RenewalChanges, WaitingRenewal } from '@eslabon/client/contract';
import type { OperatorRole } from '@eslabon/core';

/** What a certificate says now, as far as a renewal may change it. */
export type Before = Pick<WaitingRenewal['certificate'], 'validUntil' | 'operatorRoles'>;

/** What a renewal would change of a certificate. */
export interface RenewalEffect {
  until?: { from: string; to: string };
  rolesAdded: OperatorRole[];
}

export function renewalEffect(
  { validUntil: from, operatorRoles }: Before,
  { validUntil: to, operatorRoles: roles = [] }: RenewalChanges,
): RenewalEffect {
  return {
    ...(from !== null && to !== undefined && { until: { from, to } }),
    rolesAdded: roles.filter((role) => !operatorRoles.includes(role)),
  };
}
