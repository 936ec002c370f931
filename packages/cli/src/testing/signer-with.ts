import { createECDH, createPrivateKey, sign as signWith } from 'node:crypto';

export interface Signer {
  /** Compressed, 33 bytes. */
  publicKey: Uint8Array;
  /** JWS signature of ES256K. */
  sign(data: Uint8Array): Uint8Array;
}

/** Signs with a secp256k1 key of 32 bytes. */
export function signerWith(secret: Buffer): Signer {
  const pair = createECDH('secp256k1');
  pair.setPrivateKey(secret);
  const point = pair.getPublicKey();
  const jwk = {
    kty: 'EC',
    crv: 'secp256k1',
    d: secret.toString('base64url'),
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  return {
    publicKey: new Uint8Array(pair.getPublicKey(null, 'compressed')),
    sign: (data) => new Uint8Array(signWith('sha256', data, { key, dsaEncoding: 'ieee-p1363' })),
  };
}
