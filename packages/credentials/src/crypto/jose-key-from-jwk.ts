import { shown } from '@eslabon/core';
import { ecdsaCurves, isValidPublicKey } from './curves.js';
import type { JoseAlgorithm, JoseKey } from './jose-key.js';
import { joseAlgorithms } from './jose-key.js';
import { jwkCurves } from './jwk.js';
import { jwkCoordinate } from './jwk-coordinate.js';
import { keyUnsupported } from './multicodec.js';

/**
 * Reads a public JWK of any algorithm that is known here; its curve decides the algorithm. Coordinates must be a point
 * of the curve; a private key (`d`) is refused, as are a `use` other than `sig` and an `alg` that contradicts the
 * curve. Other members say nothing about the key and are ignored (RFC 7517 §4).
 * @throws EslabonError KEY_UNSUPPORTED
 */
export function joseKeyFromJwk(jwk: unknown): JoseKey {
  if (typeof jwk !== 'object' || jwk === null) throw keyUnsupported('A JWK must be a JSON object.');
  const { kty, crv, x, y, d, alg, use } = jwk as Record<string, unknown>;
  if (d !== undefined) throw keyUnsupported('A JWK with a private part (d) is not a public key.');
  if (use !== undefined && use !== 'sig') throw keyUnsupported('The JWK is not for signatures (use).');
  const algorithm = joseAlgorithms.find((a) => jwkCurves[a].kty === kty && jwkCurves[a].crv === crv);
  if (algorithm === undefined) {
    throw keyUnsupported(`A JWK of kty ${shown(kty, 20)}, crv ${shown(crv, 20)} is unsupported.`);
  }
  if (alg !== undefined && alg !== algorithm) {
    throw keyUnsupported(`The JWK says alg ${shown(alg, 20)}, its curve is for ${algorithm}.`);
  }
  const bytes = pointOf(algorithm, x, y);
  if (bytes === undefined) throw keyUnsupported(`The JWK's coordinates are not a point of ${String(crv)}.`);
  return { algorithm, bytes };
}

/** The key's bytes, where x and y are a point of the curve; compression keeps x and the parity of y. */
function pointOf(algorithm: JoseAlgorithm, x: unknown, y: unknown): Uint8Array | undefined {
  const abscissa = jwkCoordinate(algorithm, 'x', x);
  if (algorithm === 'EdDSA') {
    return y === undefined && isValidPublicKey({ algorithm, bytes: abscissa }) ? abscissa : undefined;
  }
  const ordinate = jwkCoordinate(algorithm, 'y', y);
  try {
    ecdsaCurves[algorithm].Point.fromBytes(Uint8Array.from([4, ...abscissa, ...ordinate]));
  } catch {
    return undefined;
  }
  return Uint8Array.from([2 + ((ordinate.at(-1) as number) & 1), ...abscissa]);
}
