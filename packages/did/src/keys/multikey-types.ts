import { isValidPublicKey, type JoseAlgorithm, multicodecPrefixes } from '@eslabon/credentials';
import { x25519 } from '@noble/curves/ed25519.js';

/** Types of public keys that stand in DID documents as multikeys. */
export const multikeyTypes = ['Ed25519', 'X25519', 'P-256', 'P-384', 'secp256k1'] as const;

export type MultikeyType = (typeof multikeyTypes)[number];

interface TypeFacts {
  /** Varint of the multicodec table. */
  prefix: readonly [number, number];
  /** Whether bytes are a key: of the right length, and a point of the curve. */
  isKey(bytes: Uint8Array): boolean;
}

export const multikeyFacts: Readonly<Record<MultikeyType, TypeFacts>> = {
  Ed25519: signingType('EdDSA'),
  X25519: { prefix: [0xec, 0x01], isKey: isAgreementKey },
  'P-256': signingType('ES256'),
  'P-384': signingType('ES384'),
  secp256k1: signingType('ES256K'),
};

function signingType(algorithm: JoseAlgorithm): TypeFacts {
  return {
    prefix: multicodecPrefixes[algorithm],
    isKey: (bytes) => isValidPublicKey({ algorithm, bytes }),
  };
}

/** Points of small order make every shared secret zero (RFC 7748 §6.1): such a key protects nothing. */
function isAgreementKey(bytes: Uint8Array): boolean {
  if (bytes.length !== 32) return false;
  try {
    x25519.getSharedSecret(new Uint8Array(32).fill(1), bytes);
    return true;
  } catch {
    return false;
  }
}
