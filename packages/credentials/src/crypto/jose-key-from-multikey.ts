import { isValidPublicKey } from './curves.js';
import type { JoseKey } from './jose-key.js';
import { joseAlgorithms } from './jose-key.js';
import { keyUnsupported, multicodecPrefixes } from './multicodec.js';

/**
 * Reads multikey bytes of any algorithm that is known here: a multicodec prefix and a key that must be a point of its
 * curve (Controlled Identifiers 1.0 §2.2.2).
 * @throws EslabonError KEY_UNSUPPORTED for another codec, a wrong length or a point that is not on the curve.
 */
export function joseKeyFromMultikey(multikey: Uint8Array): JoseKey {
  const algorithm = joseAlgorithms.find((name) => {
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
