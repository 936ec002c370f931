import { EslabonError } from '@eslabon/core';
import type { CertificateRow } from '../certificates/certificate-table.js';

/** What is issued can be printed, suspended or not; what is revoked cannot. @throws EslabonError CERTIFICATE_STATE */
export function demandPrintable({ state, status, certificateNumber }: CertificateRow): void {
  if (state === 'issued' && status !== 'revoked') return;
  const found = state === 'issued' ? 'revoked' : state;
  throw new EslabonError(
    'CERTIFICATE_STATE',
    `The certificate ${certificateNumber} is ${found}, and cannot be printed.`,
  );
}
