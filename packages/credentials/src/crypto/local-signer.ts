import { ed25519 } from '@noble/curves/ed25519.js';
import { ecdsaCurves } from './curves.js';
import type { JoseKey } from './jose-key.js';
import { joseKeyFromJwk } from './jose-key-from-jwk.js';
import { jwkCoordinate } from './jwk-coordinate.js';
import { keyUnsupported } from './multicodec.js';
import type { Sign } from './sign.js';

/**
 * Signs with a private JWK in memory: for wallets and command lines, where there is no HSM. ECDSA is deterministic
 * (RFC 6979).
 * @param jwk a private key; its public part must be the one that `d` implies.
 * @throws EslabonError KEY_UNSUPPORTED
 */
export function localSigner(jwk: unknown): { publicKey: JoseKey; sign: Sign } {
  if (typeof jwk !== 'object' || jwk === null) throw keyUnsupported('A JWK must be a JSON object.');
  const { d, ...rest } = jwk as Record<string, unknown>;
  const publicKey = joseKeyFromJwk(rest);
  const { algorithm } = publicKey;
  const secret = jwkCoordinate(algorithm, 'd', d);
  if (!isSame(publicBytesOf(publicKey, secret), publicKey.bytes)) {
    throw keyUnsupported('The private part of the JWK (d) is not that of its public part.');
  }
  const sign: Sign = (data) =>
    algorithm === 'EdDSA'
      ? ed25519.sign(data, secret)
      : ecdsaCurves[algorithm].sign(data, secret, { prehash: true, format: 'compact' });
  return { publicKey, sign };
}

function publicBytesOf({ algorithm }: JoseKey, secret: Uint8Array): Uint8Array {
  try {
    return algorithm === 'EdDSA'
      ? ed25519.getPublicKey(secret)
      : ecdsaCurves[algorithm].getPublicKey(secret, true);
  } catch (cause) {
    throw keyUnsupported('The private part of the JWK (d) is not a key of its curve.', cause);
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
