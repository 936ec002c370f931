import { EslabonError } from '@eslabon/core';
import type { CertificateRow } from './certificate-table.js';

/**
 * What is handed on as a fact must be one: the certificate is issued, and neither suspended nor revoked.
 * @throws EslabonError CERTIFICATE_STATE
 */
export function demandActive({ state, status, certificateNumber }: CertificateRow): void {
  if (state === 'issued' && status === 'active') return;
  const is = state === 'issued' ? status : state;
  throw new EslabonError('CERTIFICATE_STATE', `The certificate ${certificateNumber} is ${is}, not active.`);
}
