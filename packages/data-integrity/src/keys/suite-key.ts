/** Algorithms of Data Integrity cryptosuites, named as in JOSE: ES256 is P-256, ES384 is P-384, EdDSA is Ed25519. */
export const suiteAlgorithms = ['ES256', 'ES384', 'EdDSA'] as const;

export type SuiteAlgorithm = (typeof suiteAlgorithms)[number];

/** A public key that names the one algorithm it may be used with. */
export interface SuiteKey {
  algorithm: SuiteAlgorithm;
  /** ES256 and ES384: compressed SEC 1 point, 33 or 49 bytes. EdDSA: Ed25519 key, 32 bytes. */
  bytes: Uint8Array;
}
