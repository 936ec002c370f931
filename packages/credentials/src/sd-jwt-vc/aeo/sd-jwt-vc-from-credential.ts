import type { AeoCredential } from '@eslabon/core';
import { chainStatusEntry } from '@eslabon/core';
import { publicKeyToJwk } from '../../crypto/public-key-to-jwk.js';
import { parseDidJwk } from '../../did-jwk/parse-did-jwk.js';
import type { ClaimPath } from '../../sd-jwt/sd-jwt.js';
import { secondsOf } from '../../secured/numeric-date.js';
import { aeoStatusMember, aeoVct } from './aeo-vct.js';

export interface SdJwtVcClaims {
  claims: Record<string, unknown>;
  /** What an AEO certificate is one without: the holder may withhold it. */
  disclosable: readonly ClaimPath[];
}

/** What no verdict needs. */
const optional: readonly ClaimPath[] = [
  ['tradeName'],
  ['nationalId'],
  ['address'],
  ['certificate', 'programme'],
  ['certificate', 'lastValidationDate'],
];

/**
 * The claims of a certificate as SD-JWT VC, flat as wallets want them: `iss`, `nbf`, `exp`, `jti`, `sub` and `cnf`
 * have the meaning that JWTs give them, `issuing_authority` and `issuing_country` that of the EU's PID, the rest the
 * names that the certificate uses. A subject that is a did:jwk is confirmed as the holder (`cnf`).
 * @param statusList where in which Token Status List the certificate also is, for verifiers without the chain.
 * @throws EslabonError DID_INVALID, KEY_UNSUPPORTED for a did:jwk that is none.
 */
export function sdJwtVcFromCredential(
  credential: AeoCredential,
  statusList?: { uri: string; idx: number },
): SdJwtVcClaims {
  const { issuer, credentialSubject, credentialStatus, validUntil } = credential;
  const { id: sub, type: _subject, address, certificate, ...company } = credentialSubject;
  const { type: _status, ...status } = chainStatusEntry(credentialStatus);
  const { type: _certificate, ...certified } = certificate;
  const { type: _address, ...place } = address ?? {};
  const claims = {
    vct: aeoVct,
    iss: issuer.id,
    nbf: secondsOf(credential.validFrom),
    ...(validUntil !== undefined && { exp: secondsOf(validUntil) }),
    jti: credential.id,
    ...(sub !== undefined && { sub }),
    ...(sub?.startsWith('did:jwk:') && { cnf: { jwk: publicKeyToJwk(parseDidJwk(sub)) } }),
    issuing_authority: issuer.name,
    issuing_country: issuer.country,
    ...company,
    ...(address !== undefined && { address: place }),
    certificate: certified,
    status: { [aeoStatusMember]: status, ...(statusList !== undefined && { status_list: statusList }) },
  };
  return {
    claims,
    disclosable: optional.filter((path) => valueAt(claims, path) !== undefined),
  };
}

function valueAt(claims: Record<string, unknown>, path: ClaimPath): unknown {
  return path.reduce<unknown>((within, key) => (within as Record<string, unknown>)[key as string], claims);
}
