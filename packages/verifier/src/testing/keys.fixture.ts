import { generateKeyPairSync, sign as nodeSign } from 'node:crypto';
import type { PublicKey, Sign, SignatureAlgorithm } from '@eslabon/credentials';
import { publicKeyFromJwk } from '@eslabon/credentials';

export interface TestKey {
  algorithm: SignatureAlgorithm;
  publicKey: PublicKey;
  sign: Sign;
}

/** A fresh key of node:crypto: what the verifier verifies was signed by another implementation. */
export function testKey(algorithm: SignatureAlgorithm): TestKey {
  const { publicKey, privateKey } =
    algorithm === 'EdDSA'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: algorithm === 'ES256' ? 'prime256v1' : 'secp256k1' });
  return {
    algorithm,
    publicKey: publicKeyFromJwk(publicKey.export({ format: 'jwk' })),
    sign: (data) =>
      new Uint8Array(
        algorithm === 'EdDSA'
          ? nodeSign(null, data, privateKey)
          : nodeSign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
      ),
  };
}
