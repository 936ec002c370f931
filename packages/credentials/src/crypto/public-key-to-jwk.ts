import { base64urlEncode } from '../encoding/base64url-encode.js';
import { ecdsaCurves, fieldBytes, isValidPublicKey } from './curves.js';
import type { JoseKey } from './jose-key.js';
import type { PublicJwk } from './jwk.js';
import { jwkCurves } from './jwk.js';
import { keyUnsupported } from './multicodec.js';

/**
 * The key as a JWK without private or optional members; elliptic-curve points are written uncompressed.
 * @throws EslabonError KEY_UNSUPPORTED when the bytes are not a key of the algorithm.
 */
export function publicKeyToJwk(key: JoseKey): PublicJwk {
  const { algorithm, bytes } = key;
  const refused = () => keyUnsupported(`${bytes.length} bytes are not a valid ${algorithm} key.`);
  if (algorithm === 'EdDSA') {
    if (!isValidPublicKey(key)) throw refused();
    return { ...jwkCurves.EdDSA, x: base64urlEncode(bytes) };
  }
  const point = uncompressed(algorithm, bytes);
  if (point === undefined) throw refused();
  const middle = 1 + fieldBytes[algorithm];
  return {
    ...jwkCurves[algorithm],
    x: base64urlEncode(point.subarray(1, middle)),
    y: base64urlEncode(point.subarray(middle)),
  };
}

/** Taking a point out of its compressed form is most of the work, and says at once whether there is one. */
function uncompressed(algorithm: keyof typeof ecdsaCurves, bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length !== fieldBytes[algorithm] + 1) return undefined;
  try {
    return ecdsaCurves[algorithm].Point.fromBytes(bytes).toBytes(false);
  } catch {
    return undefined;
  }
}
