import { joseKeyFromMultikey } from './jose-key-from-multikey.js';
import { keyUnsupported } from './multicodec.js';
import type { PublicKey } from './public-key.js';
import { isSignatureAlgorithm } from './public-key.js';

/**
 * Reads multikey bytes of an authority or a holder: {@link joseKeyFromMultikey}, of the algorithms that certificates use.
 * @throws EslabonError KEY_UNSUPPORTED for another type, a wrong length or a point that is not on the curve.
 */
export function decodeMultikey(multikey: Uint8Array): PublicKey {
  const { algorithm, bytes } = joseKeyFromMultikey(multikey);
  if (!isSignatureAlgorithm(algorithm)) {
    throw keyUnsupported(`A multikey for ${algorithm} is of no supported type.`);
  }
  return { algorithm, bytes };
}
