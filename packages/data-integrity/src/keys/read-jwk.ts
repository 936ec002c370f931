import { base64urlDecode } from '@eslabon/credentials';
import { isObject } from '../json/json-object.js';
import { ecdsaCurves, fieldBytes, isValidKey } from './curves.js';
import type { SuiteAlgorithm, SuiteKey } from './suite-key.js';

const curves: Readonly<Record<string, { kty: string; algorithm: SuiteAlgorithm }>> = {
  'P-256': { kty: 'EC', algorithm: 'ES256' },
  'P-384': { kty: 'EC', algorithm: 'ES384' },
  Ed25519: { kty: 'OKP', algorithm: 'EdDSA' },
};

/**
 * Reads a `publicKeyJwk`; `undefined` for a key of another type, one with a private part, one that says it is for
 * something else, or coordinates that are no point of the curve.
 */
export function readJwk(jwk: unknown): SuiteKey | undefined {
  if (!isObject(jwk)) return undefined;
  const { kty, crv, x, y, d, use, alg } = jwk;
  const curve = typeof crv === 'string' && Object.hasOwn(curves, crv) ? curves[crv] : undefined;
  if (curve === undefined || curve.kty !== kty || d !== undefined) return undefined;
  const { algorithm } = curve;
  if ((use !== undefined && use !== 'sig') || (alg !== undefined && alg !== algorithm)) return undefined;
  const length = fieldBytes[algorithm];
  const [abscissa, ordinate] = [coordinate(x, length), coordinate(y, length)];
  if (abscissa === undefined || (algorithm === 'EdDSA') !== (y === undefined)) return undefined;
  if (algorithm === 'EdDSA') return valid({ algorithm, bytes: abscissa });
  if (ordinate === undefined) return undefined;
  const parity = 2 + ((ordinate.at(-1) as number) & 1);
  const key = valid({ algorithm, bytes: Uint8Array.from([parity, ...abscissa]) });
  if (key === undefined) return undefined;
  // Compression keeps only the parity of y: the y that was given must be the one that x implies.
  const implied = ecdsaCurves[algorithm].Point.fromBytes(key.bytes)
    .toBytes(false)
    .subarray(1 + length);
  return implied.every((byte, at) => byte === ordinate[at]) ? key : undefined;
}

function valid(key: SuiteKey): SuiteKey | undefined {
  return isValidKey(key) ? key : undefined;
}

function coordinate(value: unknown, length: number): Uint8Array | undefined {
  if (typeof value !== 'string' || value.length !== Math.ceil((length * 4) / 3)) return undefined;
  try {
    return base64urlDecode(value);
  } catch {
    return undefined;
  }
}
