import { base64urlDecode } from '../encoding/base64url-decode.js';
import { ecdsaCurves, isValidPublicKey } from './curves.js';
import { jwkCurves } from './jwk.js';
import { keyUnsupported } from './multicodec.js';
import type { PublicKey } from './public-key.js';
import { signatureAlgorithms } from './public-key.js';

/**
 * Reads a public JWK. Coordinates must be 32 bytes and a point of the curve; a private key (`d`) is refused, as are a
 * `use` other than `sig` and an `alg` that contradicts the curve. Other members say nothing about the key and are ignored (RFC 7517 §4).
 * @throws EslabonError KEY_UNSUPPORTED
 */
export function publicKeyFromJwk(jwk: unknown): PublicKey {
  if (typeof jwk !== 'object' || jwk === null) throw keyUnsupported('A JWK must be a JSON object.');
  const { kty, crv, x, y, d, alg, use } = jwk as Record<string, unknown>;
  if (d !== undefined) throw keyUnsupported('A JWK with a private part (d) is not a public key.');
  if (use !== undefined && use !== 'sig') throw keyUnsupported('The JWK is not for signatures (use).');
  const algorithm = signatureAlgorithms.find((a) => jwkCurves[a].kty === kty && jwkCurves[a].crv === crv);
  if (algorithm === undefined) {
    throw keyUnsupported(
      `A JWK of kty ${String(kty).slice(0, 20)}, crv ${String(crv).slice(0, 20)} is unsupported.`,
    );
  }
  if (alg !== undefined && alg !== algorithm) {
    throw keyUnsupported(`The JWK says alg ${String(alg).slice(0, 20)}, its curve is for ${algorithm}.`);
  }
  const key = {
    algorithm,
    bytes: algorithm === 'EdDSA' ? coordinate(x, 'x') : compress(coordinate(x, 'x'), coordinate(y, 'y')),
  };
  if (!isValidPublicKey(key) || !isOnCurve(key, y)) {
    throw keyUnsupported(`The JWK's coordinates are not a point of ${String(crv)}.`);
  }
  return key;
}

function coordinate(value: unknown, name: string): Uint8Array {
  let bytes: Uint8Array | undefined;
  try {
    bytes = typeof value === 'string' && value.length === 43 ? base64urlDecode(value) : undefined;
  } catch {
    bytes = undefined;
  }
  if (bytes === undefined) throw keyUnsupported(`The JWK's ${name} must be 32 bytes in base64url.`);
  return bytes;
}

function compress(x: Uint8Array, y: Uint8Array): Uint8Array {
  return Uint8Array.from([2 + ((y[31] as number) & 1), ...x]);
}

/** Compression keeps only the parity of y: the y that was given must be the one that x implies. */
function isOnCurve({ algorithm, bytes }: PublicKey, y: unknown): boolean {
  if (algorithm === 'EdDSA') return y === undefined;
  const implied = ecdsaCurves[algorithm].Point.fromBytes(bytes).toBytes(false).subarray(33);
  const given = coordinate(y, 'y');
  return implied.every((byte, at) => byte === given[at]);
}
