import { joseKeyFromJwk } from './jose-key-from-jwk.js';
import { keyUnsupported } from './multicodec.js';
import type { PublicKey } from './public-key.js';
import { isSignatureAlgorithm } from './public-key.js';

/**
 * Reads a public JWK of an authority or a holder: P-256, secp256k1 or Ed25519. What `joseKeyFromJwk` refuses is
 * refused here too.
 * @throws EslabonError KEY_UNSUPPORTED
 */
export function publicKeyFromJwk(jwk: unknown): PublicKey {
  const { algorithm, bytes } = joseKeyFromJwk(jwk);
  if (!isSignatureAlgorithm(algorithm)) {
    throw keyUnsupported(`A JWK for ${algorithm} is not one that authorities and holders sign with.`);
  }
  return { algorithm, bytes };
}
