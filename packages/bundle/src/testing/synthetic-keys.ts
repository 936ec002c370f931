import type { PublicKey, Sign } from '@eslabon/credentials';
import { p256 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';

const attestorSecret = new Uint8Array(32).fill(7);
const otherSecret = new Uint8Array(32).fill(9);

export const attestorKey: PublicKey = { algorithm: 'ES256', bytes: p256.getPublicKey(attestorSecret) };
export const otherKey: PublicKey = { algorithm: 'ES256K', bytes: secp256k1.getPublicKey(otherSecret) };

/** Signs as the attestor of Peru. */
export const attestorSign: Sign = (data) => p256.sign(data, attestorSecret);
/** Signs with a key that attests nothing. */
export const strangerSign: Sign = (data) => p256.sign(data, otherSecret);
