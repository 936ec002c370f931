import type { SuiteAlgorithm } from '../keys/suite-key.js';

/** The cryptosuites of Data Integrity proofs that are made and verified. */
export const cryptosuiteNames = [
  'eddsa-rdfc-2022',
  'eddsa-jcs-2022',
  'ecdsa-rdfc-2019',
  'ecdsa-jcs-2019',
  'ecdsa-sd-2023',
] as const;

export type CryptosuiteName = (typeof cryptosuiteNames)[number];

/** A way to make and verify proofs; the legacy type `Ed25519Signature2020` is a suite of its own. */
export interface Suite {
  name: CryptosuiteName | 'Ed25519Signature2020';
  /** `proof.type`. */
  type: 'DataIntegrityProof' | 'Ed25519Signature2020';
  /** The algorithms that keys may have. */
  algorithms: readonly SuiteAlgorithm[];
  /** What is signed: canonical RDF, canonical JSON, or RDF statements each for itself. */
  transformation: 'rdfc' | 'jcs' | 'sd';
  /** Multibase header of `proofValue`. */
  header: 'z' | 'u';
}
