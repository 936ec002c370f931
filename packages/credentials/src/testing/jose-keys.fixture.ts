import { generateKeyPairSync, type KeyObject, sign as nodeSign } from 'node:crypto';
import type { JoseAlgorithm, JoseKey } from '../crypto/jose-key.js';
import { joseKeyFromJwk } from '../crypto/jose-key-from-jwk.js';
import { jwkCurves } from '../crypto/jwk.js';
import type { Signer } from '../crypto/sign.js';
import { digestNames } from '../native/digest-names.js';

export interface JoseTestKey {
  publicKey: JoseKey;
  publicJwk: Record<string, unknown>;
  secretJwk: Record<string, unknown>;
  privateKey: KeyObject;
  signer: Signer;
}

/** A fresh key made and used by node:crypto, so that what is ours is tested against another implementation. */
export function joseTestKey(algorithm: JoseAlgorithm, kid?: string): JoseTestKey {
  const { crv } = jwkCurves[algorithm];
  const { publicKey, privateKey } =
    algorithm === 'EdDSA' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: crv });
  const publicJwk = publicKey.export({ format: 'jwk' }) as Record<string, unknown>;
  return {
    publicJwk,
    secretJwk: privateKey.export({ format: 'jwk' }) as Record<string, unknown>,
    privateKey,
    publicKey: joseKeyFromJwk(publicJwk),
    signer: {
      algorithm,
      ...(kid !== undefined && { kid }),
      sign: (data) =>
        new Uint8Array(
          nodeSign(digestNames[algorithm], data, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
        ),
    },
  };
}
