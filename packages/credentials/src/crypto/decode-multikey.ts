import { isValidPublicKey } from './curves.js';
import { keyUnsupported, multicodecPrefixes } from './multicodec.js';
import type { PublicKey } from './public-key.js';
import { signatureAlgorithms } from './public-key.js';

/**
 * Reads multikey bytes: a multicodec prefix and a key that must be a point of its curve.
 * @throws EslabonError KEY_UNSUPPORTED for another codec, a wrong length or a point that is not on the curve.
 */
export function decodeMultikey(multikey: Uint8Array): PublicKey {
  const algorithm = signatureAlgorithms.find((name) => {
    const [first, second] = multicodecPrefixes[name];
    return multikey[0] === first && multikey[1] === second;
  });
  if (algorithm === undefined) {
    const shown = [...multikey.subarray(0, 2)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    throw keyUnsupported(`A multikey that begins with 0x${shown} is of no supported type.`);
  }
  const key = { algorithm, bytes: multikey.slice(2) };
  if (!isValidPublicKey(key)) {
    throw keyUnsupported(`A multikey of ${multikey.length} bytes does not hold a valid ${algorithm} key.`);
  }
  return key;
}
