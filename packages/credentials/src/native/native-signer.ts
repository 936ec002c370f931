import { createPrivateKey, sign } from 'node:crypto';
import type { JoseKey } from '../crypto/jose-key.js';
import { localSigner } from '../crypto/local-signer.js';
import type { Sign } from '../crypto/sign.js';
import { digestNames } from './digest-names.js';

/**
 * `localSigner` by node:crypto.
 * @throws EslabonError KEY_UNSUPPORTED
 */
export function nativeSigner(jwk: unknown): { publicKey: JoseKey; sign: Sign } {
  const { publicKey } = localSigner(jwk);
  const key = createPrivateKey({ key: jwk as Record<string, unknown>, format: 'jwk' });
  const digest = digestNames[publicKey.algorithm];
  return {
    publicKey,
    sign: (data) => new Uint8Array(sign(digest, data, { key, dsaEncoding: 'ieee-p1363' })),
  };
}
