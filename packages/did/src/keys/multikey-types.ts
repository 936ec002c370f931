import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { p256, p384 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';

/** Types of public keys that stand in DID documents as multikeys. */
export const multikeyTypes = ['Ed25519', 'X25519', 'P-256', 'P-384', 'secp256k1'] as const;

export type MultikeyType = (typeof multikeyTypes)[number];

interface TypeFacts {
  /** Varint of the multicodec table: ed25519-pub, x25519-pub, p256-pub, p384-pub, secp256k1-pub. */
  prefix: readonly [number, number];
  /** Length of the key in bytes. */
  length: number;
  /** Whether bytes of that length are a key. */
  isKey(bytes: Uint8Array): boolean;
}

export const multikeyFacts: Readonly<Record<MultikeyType, TypeFacts>> = {
  Ed25519: {
    prefix: [0xed, 0x01],
    length: 32,
    isKey: (bytes) => ed25519.utils.isValidPublicKey(bytes, false),
  },
  X25519: { prefix: [0xec, 0x01], length: 32, isKey: isAgreementKey },
  'P-256': { prefix: [0x80, 0x24], length: 33, isKey: (bytes) => p256.utils.isValidPublicKey(bytes, true) },
  'P-384': { prefix: [0x81, 0x24], length: 49, isKey: (bytes) => p384.utils.isValidPublicKey(bytes, true) },
  secp256k1: {
    prefix: [0xe7, 0x01],
    length: 33,
    isKey: (bytes) => secp256k1.utils.isValidPublicKey(bytes, true),
  },
};

/** Points of small order make every shared secret zero (RFC 7748 §6.1): such a key protects nothing. */
function isAgreementKey(bytes: Uint8Array): boolean {
  try {
    x25519.getSharedSecret(new Uint8Array(32).fill(1), bytes);
    return true;
  } catch {
    return false;
  }
}
