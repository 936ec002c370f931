import type { JoseKey } from '@eslabon/credentials';

/** Algorithms of Data Integrity cryptosuites, named as in JOSE: ES256 is P-256, ES384 is P-384, EdDSA is Ed25519. */
export const suiteAlgorithms = ['ES256', 'ES384', 'EdDSA'] as const;

export type SuiteAlgorithm = (typeof suiteAlgorithms)[number];

/** A public key of one of these algorithms. */
export interface SuiteKey extends JoseKey {
  algorithm: SuiteAlgorithm;
}

/** The key that `read` gives, if it is one that cryptosuites use; `undefined` when there is none. */
export function suiteKeyFrom(read: () => JoseKey): SuiteKey | undefined {
  try {
    const { algorithm, bytes } = read();
    const known = suiteAlgorithms.find((name) => name === algorithm);
    return known === undefined ? undefined : { algorithm: known, bytes };
  } catch {
    return undefined;
  }
}
