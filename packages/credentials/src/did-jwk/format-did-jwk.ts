import type { PublicJwk } from '../crypto/jwk.js';
import type { PublicKey } from '../crypto/public-key.js';
import { publicKeyToJwk } from '../crypto/public-key-to-jwk.js';
import { base64urlEncode } from '../encoding/base64url-encode.js';

/**
 * The did:jwk of a key. Its verification method is `<did>#0`.
 * @throws EslabonError KEY_UNSUPPORTED when the bytes are not a key of the algorithm.
 */
export function formatDidJwk(key: PublicKey): string {
  return encodeDidJwk(publicKeyToJwk(key));
}

/** The did:jwk of a JWK as it stands: of several JWKs of one key, each has another. */
export function encodeDidJwk(jwk: PublicJwk): string {
  return `did:jwk:${base64urlEncode(new TextEncoder().encode(JSON.stringify(jwk)))}`;
}
