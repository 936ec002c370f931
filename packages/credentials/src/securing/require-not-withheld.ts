import type { ClaimPath } from '../sd-jwt/sd-jwt.js';
import { malformed } from '../secured/credential-errors.js';

/**
 * Claims that bind a token: could the holder withhold them, a verifier would not know what it is not told
 * (RFC 9901 §9.7, draft-ietf-oauth-sd-jwt-vc §2.2.2.2).
 */
const binding = ['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status', 'credentialStatus'];

/**
 * @param hidden where claims are hidden, or were.
 * @throws EslabonError CREDENTIAL_MALFORMED where such a claim was left to the holder.
 */
export function requireNotWithheld(hidden: readonly ClaimPath[]): void {
  const left = hidden.find((path) => path.length === 1 && binding.includes(String(path[0])));
  if (left !== undefined) throw malformed(`The claim ${left[0]} must not be left to the holder to show.`);
}
