import {
  type CertificateStatus,
  type StatusAction,
  type StatusReason,
  statusActionSchema,
  transition,
} from '@eslabon/core';

/** What can be decided about a certificate of a status; nothing about a revoked one. */
export function possibleActions(status: CertificateStatus): StatusAction[] {
  return statusActionSchema.options.filter((action) => isPossible(status, action));
}

function isPossible(status: CertificateStatus, action: StatusAction): boolean {
  try {
    transition(status, action);
    return true;
  } catch {
    return false;
  }
}

/** The reasons that fit a decision, the frequent ones first. The agent takes any with any. */
export const reasonsFor: Readonly<Record<StatusAction, readonly StatusReason[]>> = {
  suspend: [
    'OBLIGATION_BREACH',
    'CRITERIA_NOT_MET',
    'SECURITY_INCIDENT',
    'FRAUD_SUSPECTED',
    'UNDERLYING_LICENCE_SUSPENDED',
    'HOLDER_REQUEST',
    'KEY_COMPROMISE',
    'ADMIN_ERROR',
  ],
  reinstate: ['REINSTATED', 'ADMIN_ERROR'],
  revoke: [
    'NOT_REMEDIED',
    'OBLIGATION_BREACH',
    'CRITERIA_NOT_MET',
    'SECURITY_INCIDENT',
    'FRAUD_ESTABLISHED',
    'UNDERLYING_LICENCE_LOST',
    'HOLDER_REQUEST',
    'MERGER_OR_CESSATION',
    'EXPIRED',
    'KEY_COMPROMISE',
    'ADMIN_ERROR',
  ],
};
