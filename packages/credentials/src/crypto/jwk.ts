import type { JoseAlgorithm } from './jose-key.js';

/** A public key as a JSON Web Key (RFC 7517; RFC 8812 for secp256k1, RFC 8037 for Ed25519). */
export interface PublicJwk {
  kty: 'EC' | 'OKP';
  crv: 'P-256' | 'P-384' | 'P-521' | 'secp256k1' | 'Ed25519';
  x: string;
  y?: string;
}

/** The key type and curve that each algorithm goes with. */
export const jwkCurves = {
  ES256: { kty: 'EC', crv: 'P-256' },
  ES384: { kty: 'EC', crv: 'P-384' },
  ES512: { kty: 'EC', crv: 'P-521' },
  ES256K: { kty: 'EC', crv: 'secp256k1' },
  EdDSA: { kty: 'OKP', crv: 'Ed25519' },
} as const satisfies Record<JoseAlgorithm, Pick<PublicJwk, 'kty' | 'crv'>>;
