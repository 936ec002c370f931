import { jwkCurves, type PublicJwk } from '../crypto/jwk.js';
import { publicKeyFromJwk } from '../crypto/public-key-from-jwk.js';
import { encodeDidJwk } from './format-did-jwk.js';

/**
 * The did:jwk of a public JWK: the one that `formatDidJwk` makes of its key. A coordinate has one text only, so that the
 * point, once it was found to be one, need not be computed again from its compressed form.
 * @throws EslabonError KEY_UNSUPPORTED
 */
export function didJwkOf(jwk: unknown): string {
  const { algorithm } = publicKeyFromJwk(jwk);
  const { x, y } = jwk as PublicJwk;
  return encodeDidJwk({ ...jwkCurves[algorithm], x, ...(algorithm !== 'EdDSA' && { y }) });
}
