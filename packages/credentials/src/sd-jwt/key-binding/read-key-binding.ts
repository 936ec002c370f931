import { EslabonError } from '@eslabon/core';
import type { JoseAlgorithm } from '../../crypto/jose-key.js';
import type { CompactJws } from '../../jws/compact-jws.js';
import { parseCompactJws } from '../../jws/parse-compact-jws.js';
import { mediaTypeOf } from '../../securing/media-type.js';
import { malformedSdJwt } from '../malformed-sd-jwt.js';
import type { SdHash } from '../sd-hash.js';
import { sdDigest } from '../sd-hash.js';

/** A key binding JWT whose form is right and that belongs to the SD-JWT it came with; who signed it is not known yet. */
export interface KeyBinding<A extends JoseAlgorithm> {
  jws: CompactJws<A>;
  audience: string;
  nonce: string;
  /** Unix seconds. */
  issuedAt: number;
}

/**
 * Reads the key binding JWT of an SD-JWT (RFC 9901 §4.3) without verifying its signature: type, the four claims, and
 * that `sd_hash` is over this token with these disclosures.
 * @param bound what `sd_hash` must be over.
 * @throws EslabonError CREDENTIAL_MALFORMED, CREDENTIAL_ALGORITHM_UNSUPPORTED; CREDENTIAL_KEY_BINDING for another token's.
 */
export function readKeyBinding<A extends JoseAlgorithm>(
  text: string,
  bound: string,
  hash: SdHash,
  algorithms: readonly A[],
): KeyBinding<A> {
  const jws = parseCompactJws(text, { algorithms, maxBytes: 8_192, readKid: false });
  if (mediaTypeOf(jws.header.typ) !== 'application/kb+jwt') {
    throw malformedSdJwt('A key binding JWT has the type kb+jwt.');
  }
  const { iat, aud, nonce, sd_hash: given } = jws.payload;
  if (typeof iat !== 'number' || !Number.isSafeInteger(iat) || iat < 0) {
    throw malformedSdJwt('A key binding JWT says when it was made (iat), in whole Unix seconds.');
  }
  for (const [name, value] of Object.entries({ aud, nonce, sd_hash: given })) {
    if (typeof value !== 'string' || value === '' || value.length > 2048) {
      throw malformedSdJwt(`A key binding JWT has a ${name} of 1 to 2,048 characters.`);
    }
  }
  if (given !== sdDigest(hash, bound)) {
    throw new EslabonError('CREDENTIAL_KEY_BINDING', 'The key binding JWT is of another token (sd_hash).');
  }
  return { jws, audience: aud as string, nonce: nonce as string, issuedAt: iat };
}
