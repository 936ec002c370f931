import { EslabonError } from '@eslabon/core';
import type { PublicKey } from '../crypto/public-key.js';
import { publicKeyFromJwk } from '../crypto/public-key-from-jwk.js';
import { base64urlDecode } from '../encoding/base64url-decode.js';
import { parseStrictJsonBytes } from '../json/parse-strict-json.js';

/** A did:jwk that holds a supported key has some 200 characters. */
const maxLength = 2048;

/**
 * The key of a did:jwk: the method-specific identifier is the public JWK itself, so nothing needs to be resolved.
 * Its only verification method is `<did>#0`.
 * @throws EslabonError DID_INVALID when it is not a did:jwk, KEY_UNSUPPORTED when its key cannot be used.
 */
export function parseDidJwk(did: string): PublicKey {
  const [, encoded] = /^did:jwk:([A-Za-z0-9_-]+)$/.exec(did.slice(0, maxLength + 1)) ?? [];
  if (encoded === undefined || did.length > maxLength) throw invalid(did);
  let jwk: unknown;
  try {
    jwk = parseStrictJsonBytes(base64urlDecode(encoded), 'JWK of the did:jwk');
  } catch (cause) {
    throw invalid(did, cause);
  }
  return publicKeyFromJwk(jwk);
}

function invalid(did: string, cause?: unknown): EslabonError {
  return new EslabonError('DID_INVALID', `“${did.slice(0, 60)}” is not a did:jwk.`, {
    hints: ['A did:jwk is did:jwk: followed by a public JWK in base64url.'],
    ...(cause !== undefined && { cause }),
  });
}
