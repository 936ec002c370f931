import type { KeyObject } from 'node:crypto';
import { generateKeyPairSync, sign as nodeSign } from 'node:crypto';
import type { PublicKey, SignatureAlgorithm } from '../crypto/public-key.js';
import { publicKeyFromJwk } from '../crypto/public-key-from-jwk.js';
import type { Sign } from '../crypto/sign.js';

export interface TestKey {
  algorithm: SignatureAlgorithm;
  publicKey: PublicKey;
  publicJwk: Record<string, unknown>;
  privateKey: KeyObject;
  sign: Sign;
}

/** A fresh key made and used by node:crypto, so that our verification is tested against another implementation. */
export function testKey(algorithm: SignatureAlgorithm): TestKey {
  const { publicKey, privateKey } = generate(algorithm);
  const publicJwk = publicKey.export({ format: 'jwk' }) as Record<string, unknown>;
  return {
    algorithm,
    publicJwk,
    publicKey: publicKeyFromJwk(publicJwk),
    privateKey,
    sign: (data) =>
      new Uint8Array(
        algorithm === 'EdDSA'
          ? nodeSign(null, data, privateKey)
          : nodeSign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
      ),
  };
}

function generate(algorithm: SignatureAlgorithm) {
  if (algorithm === 'EdDSA') return generateKeyPairSync('ed25519');
  return generateKeyPairSync('ec', { namedCurve: algorithm === 'ES256' ? 'prime256v1' : 'secp256k1' });
}
