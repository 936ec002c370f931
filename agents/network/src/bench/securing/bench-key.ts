import { generateKeyPairSync } from 'node:crypto';
import type { JoseAlgorithm, JoseKey, Signer } from '@eslabon/credentials';
import { nativeSigner, nativeVerifySignature } from '@eslabon/credentials/native';

/** A fresh key, and what a signature by it costs when there is nothing else to do. */
export interface BenchKey {
  /** DID URL. */
  kid: string;
  publicKey: JoseKey;
  signer: Signer;
  bareSign: () => unknown;
  bareVerify: () => unknown;
}

const curves = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521', ES256K: 'secp256k1' } as const;

/** @param data what the bare signature is over */
export function benchKey(did: string, algorithm: JoseAlgorithm, data: Uint8Array): BenchKey {
  const { privateKey } =
    algorithm === 'EdDSA'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: curves[algorithm] });
  const { publicKey, sign } = nativeSigner(privateKey.export({ format: 'jwk' }));
  const kid = `${did}#${algorithm}`;
  const signature = sign(data) as Uint8Array;
  return {
    kid,
    publicKey,
    signer: { algorithm, kid, sign },
    bareSign: () => sign(data),
    bareVerify: () => nativeVerifySignature(publicKey, data, signature),
  };
}
