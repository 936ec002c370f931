import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import type { AuthorityKeyType, KeyRow } from './key-table.js';

/** A private key in memory, ready to sign: parsed once, because parsing costs more than signing. */
export interface SigningKey<T extends KeyRow['type'] = AuthorityKeyType> {
  type: T;
  /** SEC1 compressed (33 bytes, P-384 49), or 32 bytes for Ed25519. */
  publicKey: Uint8Array;
  /** JWS signature (RFC 7518 §3.4, RFC 8037): `r ‖ s` over SHA-256, P-384 over SHA-384; or Ed25519 over the data. */
  sign(data: Uint8Array): Uint8Array;
  /** Recoverable signature of a 32-byte digest as `r ‖ s ‖ v` with low s and v 27 or 28. Secp256k1 only. */
  signDigest(digest: Uint8Array): Uint8Array;
}

const curves = {
  Secp256k1: { curve: secp256k1, crv: 'secp256k1', hash: 'sha256' },
  Secp256r1: { curve: p256, crv: 'P-256', hash: 'sha256' },
  Secp384r1: { curve: p384, crv: 'P-384', hash: 'sha384' },
} as const;

export function openSigningKey<T extends KeyRow['type']>(type: T, secret: Uint8Array): SigningKey<T> {
  if (type === 'Ed25519') {
    const publicKey = ed25519.getPublicKey(secret);
    const key = importJwk({ kty: 'OKP', crv: 'Ed25519', x: text(publicKey), d: text(secret) });
    return { type, publicKey, sign: (data) => sign(null, data, key), signDigest: refuseDigest };
  }
  const { curve, crv, hash } = curves[type as Exclude<T, 'Ed25519'>];
  const point = curve.getPublicKey(secret, false);
  const middle = (point.length + 1) / 2;
  const key = importJwk({
    kty: 'EC',
    crv,
    x: text(point.subarray(1, middle)),
    y: text(point.subarray(middle)),
    d: text(secret),
  });
  return {
    type,
    publicKey: curve.getPublicKey(secret, true),
    sign: (data) => sign(hash, data, { key, dsaEncoding: 'ieee-p1363' }),
    signDigest: type === 'Secp256k1' ? (digest) => signRecoverable(digest, secret) : refuseDigest,
  };
}

/** A new private key of 32 bytes, P-384 48. */
export function createSecret(type: KeyRow['type']): Uint8Array {
  return (type === 'Ed25519' ? ed25519 : curves[type].curve).utils.randomSecretKey();
}

function signRecoverable(digest: Uint8Array, secret: Uint8Array): Uint8Array {
  const signature = secp256k1.sign(digest, secret, { prehash: false, lowS: true, format: 'recovered' });
  const out = new Uint8Array(65);
  out.set(signature.subarray(1));
  out[64] = 27 + (signature[0] as number);
  return out;
}

function refuseDigest(): never {
  throw new TypeError('Only a Secp256k1 key signs instructions.');
}

function importJwk(jwk: Record<string, string>): KeyObject {
  return createPrivateKey({ key: jwk, format: 'jwk' });
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
