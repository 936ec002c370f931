import { isSignatureAlgorithm } from '../crypto/public-key.js';
import type { Secured } from '../securing/container.js';
import { coseSign1 } from '../securing/containers/cose-sign1.js';
import { parseVcJwt } from '../vc-jwt/parse-vc-jwt.js';
import { malformed, tooLarge, unsupported, unsupportedAlgorithm } from './credential-errors.js';
import { maxCredentialBytes } from './limits.js';
import type { ParsedCredential } from './parsed.js';

/** True for text or bytes that have the form of a COSE_Sign1. */
export function looksLikeCose(secured: Secured): boolean {
  return coseSign1.recognises(secured);
}

/**
 * Reads a certificate secured as `vc+cose` (VC-JOSE-COSE §3.3.1). What `iat` is in a JWT is a CWT claim in the
 * protected header (RFC 9597), mandatory as there.
 * @param secured bytes, or base64.
 * @throws EslabonError CREDENTIAL_*
 */
export function parseAeoCose(secured: Secured): ParsedCredential {
  if (secured.length > maxCredentialBytes) throw tooLarge('credential', secured.length, maxCredentialBytes);
  const taken = coseSign1.take(secured);
  const { algorithm, mediaType, contentType, kid, issuedAt, claims, signingInput, signature } = taken;
  if (!isSignatureAlgorithm(algorithm)) throw unsupportedAlgorithm(algorithm);
  if (mediaType !== 'application/vc+cose') {
    throw unsupported(
      `A COSE_Sign1 of the type “${mediaType?.slice(0, 40)}” is not a credential that we read.`,
    );
  }
  if (contentType !== undefined && contentType !== 'application/vc') {
    throw malformed(`A vc+cose has the content type application/vc, not “${contentType.slice(0, 40)}”.`);
  }
  if (Object.hasOwn(claims, 'iat')) throw malformed('A vc+cose says in its header when it was signed (iat).');
  const header = { alg: algorithm, ...(kid !== undefined && { kid }) };
  const payload = { ...claims, ...(issuedAt !== undefined && { iat: issuedAt }) };
  return { ...parseVcJwt({ header, payload, signingInput, signature }, 'vc+cose') };
}
