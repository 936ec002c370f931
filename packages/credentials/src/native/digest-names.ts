import type { JoseAlgorithm } from '../crypto/jose-key.js';

/** The digest that node:crypto is told for each algorithm; Ed25519 has its own. */
export const digestNames: Readonly<Record<JoseAlgorithm, string | null>> = {
  ES256: 'sha256',
  ES384: 'sha384',
  ES512: 'sha512',
  ES256K: 'sha256',
  EdDSA: null,
};
