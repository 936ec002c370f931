import type { CertificateView } from '@eslabon/client/contract';

/** What a certificate is, in one word: its grant, its status, or what its dates make of an active one. */
export type ShownState =
  | 'proposed'
  | 'rejected'
  | 'active'
  | 'suspended'
  | 'revoked'
  | 'expired'
  | 'not-yet-valid';

/** @param today calendar date in the legal time of the authority */
export function stateOf(
  { state, status, certificate }: Pick<CertificateView, 'state' | 'status' | 'certificate'>,
  today: string,
): ShownState {
  if (state !== 'issued') return state;
  if (status === 'revoked' || status === 'suspended') return status;
  if (certificate.validUntil !== undefined && certificate.validUntil < today) return 'expired';
  return certificate.effectiveDate > today ? 'not-yet-valid' : 'active';
}
