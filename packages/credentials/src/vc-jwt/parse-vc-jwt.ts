import { aeoCredentialSchema, chainStatusEntry } from '@eslabon/core';
import type { CompactJws } from '../jws/compact-jws.js';
import { malformed, parseWith } from '../secured/credential-errors.js';
import { readNumericDate, secondsOf } from '../secured/numeric-date.js';
import type { ParsedCredential } from '../secured/parsed.js';
import { requireAgreement } from '../secured/require-agreement.js';

/**
 * Reads a VCDM 2.0 credential secured as `vc+jwt` (VC-JOSE-COSE §3.1): the payload is the credential. Registered
 * claims may repeat what the credential says, never change it; `kid` and `iat` are mandatory in our profile because
 * the issuer's key is looked up by the first as of the second.
 * @param format the securing that it came in: SD-JWT and COSE say the same in another container.
 * @throws EslabonError CREDENTIAL_MALFORMED or CREDENTIAL_SCHEMA
 */
export function parseVcJwt(
  { header, payload, signingInput, signature }: CompactJws,
  format: ParsedCredential['format'] = 'vc+jwt',
): ParsedCredential {
  for (const name of ['vc', 'vp']) {
    if (Object.hasOwn(payload, name)) {
      throw malformed(`A ${format} must not have the claim ${name}: the payload itself is the credential.`);
    }
  }
  if (header.cty !== undefined && header.cty !== 'vc') {
    throw malformed(`A ${format} has the content type vc, not “${header.cty.slice(0, 40)}”.`);
  }
  if (header.kid === undefined) throw malformed(`A ${format} must name its key (kid).`);
  const { iss, iat: _iat, exp: _exp, nbf: _nbf, jti, sub, ...members } = payload;
  const claims = parseWith(aeoCredentialSchema, members, 'credential');
  const issuedAt = readNumericDate(payload, 'iat');
  if (issuedAt === undefined) throw malformed(`A ${format} must say when it was signed (iat).`);
  requireAgreement('iss', iss, 'issuer.id', claims.issuer.id);
  requireAgreement('jti', jti, 'id', claims.id);
  requireAgreement('sub', sub, 'credentialSubject.id', claims.credentialSubject.id);
  requireAgreement('nbf', readNumericDate(payload, 'nbf'), 'validFrom', secondsOf(claims.validFrom));
  requireAgreement(
    'exp',
    readNumericDate(payload, 'exp'),
    'validUntil',
    claims.validUntil && secondsOf(claims.validUntil),
  );
  return {
    kind: 'credential',
    format,
    algorithm: header.alg,
    kid: header.kid,
    issuer: claims.issuer.id,
    claims,
    issuedAt,
    validFrom: claims.validFrom,
    ...(claims.validUntil !== undefined && { validUntil: claims.validUntil }),
    subject: claims.credentialSubject,
    status: chainStatusEntry(claims.credentialStatus),
    signingInput,
    signature,
  };
}
