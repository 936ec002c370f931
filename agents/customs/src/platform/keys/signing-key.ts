import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import type { KeyRow } from './key-table.js';

/** A private key in memory, ready to sign: parsed once, because parsing costs more than signing. */
export interface SigningKey {
  type: KeyRow['type'];
  /** SEC1 compressed (33 bytes), or 32 bytes for Ed25519. */
  publicKey: Uint8Array;
  /** JWS signature (RFC 7518 §3.4, RFC 8037): `r ‖ s` over SHA-256, or Ed25519 over the data. */
  sign(data: Uint8Array): Uint8Array;
  /** Recoverable signature of a 32-byte digest as `r ‖ s ‖ v` with low s and v 27 or 28. Secp256k1 only. */
  signDigest(digest: Uint8Array): Uint8Array;
}

export function openSigningKey(type: KeyRow['type'], secret: Uint8Array): SigningKey {
  if (type === 'Ed25519') {
    const publicKey = ed25519.getPublicKey(secret);
    const key = importJwk({ kty: 'OKP', crv: 'Ed25519', x: text(publicKey), d: text(secret) });
    return { type, publicKey, sign: (data) => sign(null, data, key), signDigest: refuseDigest };
  }
  const curve = type === 'Secp256k1' ? secp256k1 : p256;
  const point = curve.getPublicKey(secret, false);
  const key = importJwk({
    kty: 'EC',
    crv: type === 'Secp256k1' ? 'secp256k1' : 'P-256',
    x: text(point.subarray(1, 33)),
    y: text(point.subarray(33)),
    d: text(secret),
  });
  return {
    type,
    publicKey: curve.getPublicKey(secret, true),
    sign: (data) => sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' }),
    signDigest: type === 'Secp256k1' ? (digest) => signRecoverable(digest, secret) : refuseDigest,
  };
}

/** A new private key of 32 bytes. */
export function createSecret(type: KeyRow['type']): Uint8Array {
  if (type === 'Ed25519') return ed25519.utils.randomSecretKey();
  return type === 'Secp256k1' ? secp256k1.utils.randomSecretKey() : p256.utils.randomSecretKey();
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
