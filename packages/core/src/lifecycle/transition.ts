import { EslabonError } from '../errors/eslabon-error.js';
import type { CertificateStatus, StatusAction } from './certificate-status.js';

/** The status that each action leads to. */
export const statusAfter: Readonly<Record<StatusAction, CertificateStatus>> = {
  suspend: 'suspended',
  reinstate: 'active',
  revoke: 'revoked',
};

const allowed: Record<CertificateStatus, readonly StatusAction[]> = {
  active: ['suspend', 'revoke'],
  suspended: ['reinstate', 'revoke'],
  revoked: [],
};

/**
 * The status after an action: `active ⇄ suspended → revoked`, and revoked is final (domain.md §3.2).
 * @throws EslabonError STATUS_REVOKED_IS_FINAL, STATUS_NOT_SUSPENDED or CERTIFICATE_STATE when the action is not allowed.
 */
export function transition(status: CertificateStatus, action: StatusAction): CertificateStatus {
  if (allowed[status].includes(action)) return statusAfter[action];
  if (status === 'revoked') {
    throw new EslabonError(
      'STATUS_REVOKED_IS_FINAL',
      `A revoked certificate cannot be changed: ${action} refused.`,
      {
        hints: ['Revocation is final. Grant a new certificate when the operator qualifies again.'],
      },
    );
  }
  if (action === 'reinstate') {
    throw new EslabonError(
      'STATUS_NOT_SUSPENDED',
      'Only a suspended certificate can be reinstated; this one is active.',
    );
  }
  throw new EslabonError(
    'CERTIFICATE_STATE',
    `A certificate that is ${status} cannot be changed by ${action}.`,
  );
}
