import {
  aeoContext,
  aeoCredentialType,
  aeoSchemaId,
  aeoSubjectType,
  shown,
  statusEntryType,
  vcdm2Context,
} from '@eslabon/core';
import { isRecord } from '../../json/is-record.js';
import { malformed, unsupported } from '../../secured/credential-errors.js';
import { instantOf, readNumericDate } from '../../secured/numeric-date.js';
import { aeoStatusMember, aeoSubjectClaims, aeoVct } from './aeo-vct.js';

const known = new Set<string>([
  ...['vct', 'iss', 'iat', 'nbf', 'exp', 'jti', 'sub', 'status', 'issuing_authority', 'issuing_country'],
  ...aeoSubjectClaims,
]);

/**
 * The certificate that an SD-JWT VC of our type says, in the data model of VCDM 2.0, with the claim `iat`: as the
 * payload of a `vc+jwt` would be. Whether it follows the schema of certificates is checked there. Where `iss` is left to
 * a certificate chain (SD-JWT VC §2.2.2.3), the issuer is whose key is named.
 * @param kid key id, a DID URL; nothing else that would name an issuer is believed
 * @throws EslabonError CREDENTIAL_FORMAT_UNSUPPORTED for another type, CREDENTIAL_MALFORMED
 */
export function credentialFromSdJwtVc(
  claims: Record<string, unknown>,
  kid?: string,
): Record<string, unknown> {
  const {
    vct,
    iss = kid?.split('#')[0],
    iat,
    jti,
    sub,
    status,
    issuing_authority: name,
    issuing_country: country,
  } = claims;
  if (vct !== aeoVct) throw unsupported(`An SD-JWT VC of the type “${shown(vct, 80)}” is not a certificate.`);
  const unknown = Object.keys(claims).find((claim) => !known.has(claim));
  if (unknown !== undefined)
    throw malformed(`The claim “${unknown.slice(0, 40)}” is not one of a certificate.`);
  const [from, until] = [readNumericDate(claims, 'nbf'), readNumericDate(claims, 'exp')];
  if (from === undefined) throw malformed('A certificate says from when it is valid (nbf).');
  const where = isRecord(status) ? status[aeoStatusMember] : undefined;
  const company = Object.fromEntries(
    aeoSubjectClaims.filter((claim) => Object.hasOwn(claims, claim)).map((claim) => [claim, claims[claim]]),
  );
  return {
    '@context': [vcdm2Context, aeoContext],
    id: jti,
    type: ['VerifiableCredential', aeoCredentialType],
    issuer: { id: iss, name, country },
    validFrom: instantOf(from),
    ...(until !== undefined && { validUntil: instantOf(until) }),
    credentialSubject: {
      ...(sub !== undefined && { id: sub }),
      type: aeoSubjectType,
      ...company,
      ...(isRecord(company.address) && { address: typed(company.address, 'PostalAddress') }),
      ...(isRecord(company.certificate) && { certificate: typed(company.certificate, 'AeoCertificate') }),
    },
    credentialStatus: isRecord(where) ? typed(where, statusEntryType) : where,
    credentialSchema: { id: aeoSchemaId, type: 'JsonSchema' },
    ...(iat !== undefined && { iat }),
  };
}

/** An object of the data model: a `type` that it brings itself is one member too many. */
function typed(members: Record<string, unknown>, type: string): Record<string, unknown> {
  if (Object.hasOwn(members, 'type')) throw malformed('A claim of a certificate has the member “type”.');
  return { type, ...members };
}
