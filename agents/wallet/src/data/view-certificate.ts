import type { LoadedBundle } from '@eslabon/bundle';
import type { Verdict, VerdictCode } from '@eslabon/core';
import type { ParsedCredential } from '@eslabon/credentials';
import { verify } from '@eslabon/verifier';
import { readCertificate } from '../receive/check-received.js';
import type { CertificateState, CertificateView } from '../session/contract.js';
import type { StoredCertificate } from '../store/stored.js';
import { recognitionsOf } from './recognitions-of.js';

const states: Partial<Record<VerdictCode, CertificateState>> = {
  RECOGNISED: 'active',
  SUSPENDED: 'suspended',
  REVOKED: 'revoked',
  EXPIRED: 'expired',
  NOT_YET_VALID: 'not-yet-valid',
};

/** A certificate as its holder sees it: by the verifier's own verdict in the country that issued it, on the own data. */
export function viewCertificate(
  row: StoredCertificate,
  bundle: LoadedBundle | undefined,
  at: Date,
): CertificateView {
  const certificate = readCertificate(row.token);
  const { claims, subject, validFrom, validUntil } = certificate;
  const verdict = bundle && verdictOn(row.token, certificate, bundle, at);
  return {
    id: row.id,
    certificateNumber: subject.certificate.certificateNumber,
    certificateType: subject.certificate.certificateType,
    operatorRoles: subject.certificate.operatorRoles,
    legalName: subject.legalName,
    tin: { country: subject.tin.slice(0, 2), number: subject.tin.slice(2) },
    issuer: {
      did: claims.issuer.id,
      name: claims.issuer.name,
      country: claims.issuer.country,
      url: row.issuer.url,
    },
    ...{ validFrom, ...(validUntil !== undefined && { validUntil }), receivedAt: row.receivedAt },
    state: verdict === undefined ? stateByDates(certificate, at) : (states[verdict.verdict] ?? 'unknown'),
    ...(verdict !== undefined && { verdict }),
    recognitions:
      bundle === undefined || verdict?.certificate === undefined
        ? []
        : recognitionsOf(certificate, bundle, Math.floor(at.getTime() / 1000)),
  };
}

function verdictOn(presented: string, { claims }: ParsedCredential, bundle: LoadedBundle, at: Date): Verdict {
  return verify({ presented, source: { bundle }, policy: { as: claims.issuer.country }, at });
}

/** That a certificate is over needs no data. Everything else does. */
function stateByDates({ validUntil }: ParsedCredential, at: Date): CertificateState {
  return validUntil !== undefined && Date.parse(validUntil) <= at.getTime() ? 'expired' : 'unknown';
}
