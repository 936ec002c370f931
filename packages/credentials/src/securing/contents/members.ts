import { malformed } from '../../secured/credential-errors.js';

/** Claims that JWTs have (RFC 7519 §4.1, RFC 7800, OpenID Connect's nonce), beside the data model. */
export const registeredClaims = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'cnf', 'nonce'] as const;

/** Members of a credential (VCDM 2.0 §4, §5). An embedded proof is left out: nobody would verify it. */
export const credentialMembers = [
  ...['@context', 'id', 'type', 'name', 'description', 'issuer', 'validFrom', 'validUntil'],
  ...['credentialSubject', 'credentialStatus', 'credentialSchema', 'evidence', 'termsOfUse'],
  ...['refreshService', 'relatedResource', 'confidenceMethod', 'renderMethod'],
] as const;

/** Members of a presentation (VCDM 2.0 §4.13). */
export const presentationMembers = [
  ...['@context', 'id', 'type', 'verifiableCredential', 'holder', 'termsOfUse'],
] as const;

/**
 * Refuses what the data model does not have: a reader who ignores it and a reader who relies on it would see two
 * credentials. `vc` and `vp` were VCDM 1.1's way (VC-JOSE-COSE §3.1.3).
 * @throws EslabonError CREDENTIAL_MALFORMED
 */
export function requireKnownMembers(
  claims: Record<string, unknown>,
  members: readonly string[],
  additional: readonly string[] = [],
): void {
  const known = new Set<string>([...members, ...registeredClaims, ...additional]);
  for (const name of Object.keys(claims)) {
    if (name === 'vc' || name === 'vp') {
      throw malformed(`The claim ${name} must not be there: the payload itself is the document.`);
    }
    if (!known.has(name)) throw malformed(`The member “${name.slice(0, 60)}” is not one of the data model.`);
  }
}

/** @throws EslabonError CREDENTIAL_MALFORMED where the first context is not that of VCDM 2.0, or the type is missing. */
export function requireVcdm2(claims: Record<string, unknown>, context: string, type: string): void {
  const first = Array.isArray(claims['@context']) ? claims['@context'][0] : claims['@context'];
  if (first !== context) throw malformed(`The first @context must be ${context}.`);
  if (![claims.type].flat().includes(type)) throw malformed(`The type must include ${type}.`);
}
