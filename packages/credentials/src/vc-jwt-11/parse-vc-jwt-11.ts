import { aeoCredential11Schema } from '@eslabon/core';
import { isRecord } from '../json/is-record.js';
import type { CompactJws } from '../jws/compact-jws.js';
import { malformed, parseWith } from '../secured/credential-errors.js';
import { instantOf, readNumericDate, secondsOf } from '../secured/numeric-date.js';
import type { ParsedCredential } from '../secured/parsed.js';
import { requireAgreement } from '../secured/require-agreement.js';

/** Where did-jwt-vc may put a member: in the `vc` claim, in a registered claim, or (issuer) beside them. */
const claimNames = new Set(['vc', 'iss', 'sub', 'jti', 'nbf', 'iat', 'exp', 'issuer']);

/**
 * Reads a VCDM 1.1 credential in its JWT encoding (VCDM 1.1 §6.3.1): iss → issuer.id, jti → id, nbf → issuanceDate,
 * exp → expirationDate, sub → credentialSubject.id, the rest out of `vc`. What stands in both places must agree.
 * An issuer object keeps its other members in `issuer` beside `vc`, as did-jwt-vc writes it, or in `vc.issuer`.
 * @throws EslabonError CREDENTIAL_MALFORMED or CREDENTIAL_SCHEMA
 */
export function parseVcJwt11({ header, payload, signingInput, signature }: CompactJws): ParsedCredential {
  const unknown = Object.keys(payload).find((name) => !claimNames.has(name));
  if (unknown !== undefined)
    throw malformed(`A VCDM 1.1 JWT must not have the claim “${unknown.slice(0, 40)}”.`);
  if (!isRecord(payload.vc)) throw malformed('The claim vc must be a JSON object.');
  const { id, issuer: vcIssuer, issuanceDate, expirationDate, credentialSubject, ...rest } = payload.vc;
  const { iss, sub, jti } = payload;
  if (typeof iss !== 'string') throw malformed('A VCDM 1.1 JWT must name its issuer (iss).');
  if (!isRecord(credentialSubject)) throw malformed('vc.credentialSubject must be one JSON object.');
  const nbf = readNumericDate(payload, 'nbf') ?? readNumericDate(payload, 'iat');
  if (nbf === undefined) throw malformed('A VCDM 1.1 JWT must say from when it is valid (nbf).');
  const exp = readNumericDate(payload, 'exp');
  const holder = sub ?? credentialSubject.id;
  const identifier = jti ?? id;
  requireAgreement('vc.credentialSubject.id', credentialSubject.id, 'sub', holder);
  requireAgreement('vc.id', id, 'jti', identifier);
  requireAgreement('vc.issuanceDate', seconds(issuanceDate), 'nbf', nbf);
  requireAgreement('vc.expirationDate', seconds(expirationDate), 'exp', exp);
  const claims = parseWith(
    aeoCredential11Schema,
    {
      ...rest,
      ...(identifier !== undefined && { id: identifier }),
      issuer: readIssuer(iss, payload.issuer, vcIssuer),
      issuanceDate: instantOf(nbf),
      ...(exp !== undefined && { expirationDate: instantOf(exp) }),
      credentialSubject: { ...credentialSubject, ...(holder !== undefined && { id: holder }) },
    },
    'credential',
  );
  const { id: _statusId, ...status } = claims.credentialStatus;
  return {
    kind: 'credential',
    format: 'vc1-jwt',
    algorithm: header.alg,
    kid: header.kid,
    issuer: claims.issuer.id,
    claims,
    issuedAt: readNumericDate(payload, 'iat') ?? nbf,
    validFrom: claims.issuanceDate,
    ...(claims.expirationDate !== undefined && { validUntil: claims.expirationDate }),
    subject: claims.credentialSubject,
    status,
    signingInput,
    signature,
  };
}

function seconds(instant: unknown): unknown {
  return typeof instant === 'string' ? secondsOf(instant) : instant;
}

function readIssuer(iss: string, beside: unknown, inside: unknown): Record<string, unknown> {
  if (beside !== undefined && inside !== undefined) {
    throw malformed('The issuer is described twice, in issuer and in vc.issuer.');
  }
  const described = beside ?? inside ?? {};
  const issuer = isRecord(described) ? described : { id: described };
  requireAgreement('issuer.id', issuer.id, 'iss', iss);
  return { ...issuer, id: iss };
}
