import type { PublicKey, SignatureAlgorithm } from '@eslabon/credentials';
import type { SigningKey } from './signing-key.js';

const algorithms: Record<SigningKey['type'], SignatureAlgorithm> = {
  Secp256k1: 'ES256K',
  Secp256r1: 'ES256',
  Ed25519: 'EdDSA',
};

/** The public half of a key with its JWS algorithm. */
export function publicKeyOf({ type, publicKey }: Pick<SigningKey, 'type' | 'publicKey'>): PublicKey {
  return { algorithm: algorithms[type], bytes: publicKey };
}
