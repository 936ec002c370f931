import type { RenewalChanges } from '@eslabon/client/contract';
import { type Certificate, certificateSchema, EslabonError } from '@eslabon/core';

/**
 * A certificate as a renewal leaves it. Copies that companies hold keep their dates and roles, and nobody can take them
 * back but by revoking: a renewal that took something away would only seem to.
 * @throws EslabonError INPUT_INVALID
 */
export function renewedContent(certificate: Certificate, changes: RenewalChanges): Certificate {
  const { validUntil, operatorRoles } = changes;
  const before = certificate.validUntil;
  if (validUntil !== undefined && (before === undefined || validUntil <= before)) {
    const sentence =
      before === undefined ? 'has no end that could be put off' : `is valid until ${before} already`;
    throw refused('validUntil', `The certificate ${certificate.certificateNumber} ${sentence}.`);
  }
  const missing = certificate.operatorRoles.find((role) => operatorRoles?.includes(role) === false);
  if (missing !== undefined) {
    throw refused(
      'operatorRoles',
      `The renewal leaves out ${missing}, which copies held by the company keep.`,
    );
  }
  const parsed = certificateSchema.safeParse({ ...certificate, ...changes });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refused(String(issue?.path[0]), `The renewed certificate is not valid: ${issue?.message}.`);
}

function refused(member: string, sentence: string): EslabonError {
  return new EslabonError('INPUT_INVALID', sentence, {
    hints: ['To take something away, revoke the certificate and issue another.'],
    details: { issues: [{ path: `body.${member}`, message: sentence }] },
  });
}
