import { delegationSchema } from '@eslabon/core';
import type { CompactJws } from '../jws/compact-jws.js';
import { parseCompactJws } from '../jws/parse-compact-jws.js';
import { malformed, parseWith } from '../secured/credential-errors.js';
import { readNumericDate, secondsOf } from '../secured/numeric-date.js';
import { requireAgreement } from '../secured/require-agreement.js';
import { tokenFormat } from '../secured/token-format.js';
import { parseEnvelopedCertificate } from './enveloped-certificate.js';
import { maxDelegationBytes } from './limits.js';
import type { ParsedDelegation } from './parsed-delegation.js';

/**
 * Reads a delegation: a `vc+jwt` that a company signed, with its certificate inside. It checks form, never
 * authenticity: no signature is looked at. For whoever is given one, to show what it says before it is kept.
 * @throws EslabonError CREDENTIAL_*, KEY_UNSUPPORTED, DELEGATION_NOT_PRESENTED for a delegation inside a delegation
 */
export function parseDelegation(token: string): ParsedDelegation {
  const jws = parseCompactJws(token, { maxBytes: maxDelegationBytes });
  const format = tokenFormat(jws);
  if (format !== 'vc+jwt') throw malformed(`A delegation is a vc+jwt, not ${format}.`);
  return delegationOf(jws);
}

/**
 * Reads a delegation out of a token that has been taken apart. As in a certificate, registered claims may repeat what
 * the members say and never change it.
 */
export function delegationOf({ header, payload, signingInput, signature }: CompactJws): ParsedDelegation {
  if (header.cty !== undefined && header.cty !== 'vc') {
    throw malformed(`A vc+jwt has the content type vc, not “${header.cty.slice(0, 40)}”.`);
  }
  if (header.kid === undefined) throw malformed('A delegation must name its key (kid).');
  const { iss, iat: _iat, exp: _exp, nbf: _nbf, jti, sub, ...members } = payload;
  const claims = parseWith(delegationSchema, members, 'delegation');
  const { issuer, validFrom, validUntil, credentialSubject, credentialStatus } = claims;
  const issuedAt = readNumericDate(payload, 'iat');
  if (issuedAt === undefined) throw malformed('A delegation must say when it was signed (iat).');
  requireAgreement('iss', iss, 'issuer', issuer);
  requireAgreement('jti', jti, 'id', claims.id);
  requireAgreement('sub', sub, 'credentialSubject.id', credentialSubject.id);
  requireAgreement('nbf', readNumericDate(payload, 'nbf'), 'validFrom', secondsOf(validFrom));
  requireAgreement('exp', readNumericDate(payload, 'exp'), 'validUntil', secondsOf(validUntil));
  const { id: delegate, purposes, references, certificate } = credentialSubject;
  return {
    kind: 'delegation',
    format: 'vc+jwt',
    algorithm: header.alg,
    kid: header.kid,
    claims,
    company: issuer,
    delegate,
    purposes,
    ...(references !== undefined && { references }),
    issuedAt,
    validFrom,
    validUntil,
    ...(credentialStatus !== undefined && { status: credentialStatus }),
    certificate: parseEnvelopedCertificate(certificate),
    signingInput,
    signature,
  };
}
