import type { SuiteAlgorithm } from '../keys/suite-key.js';
import type { CryptosuiteName } from '../suites/suite.js';

/** Verification relationships that a proof may serve. */
export const proofPurposes = [
  'assertionMethod',
  'authentication',
  'capabilityInvocation',
  'capabilityDelegation',
] as const;

export type ProofPurpose = (typeof proofPurposes)[number];

/** Signs bytes with a key that may never leave its module. */
export interface Signer {
  algorithm: SuiteAlgorithm;
  /** r‖s over SHA-256 (ES256, 64 bytes) or SHA-384 (ES384, 96 bytes), or Ed25519 (EdDSA, 64 bytes). */
  sign: (data: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}

export interface AddProofOptions {
  suite: CryptosuiteName;
  /** DID URL of the key, with fragment. */
  verificationMethod: string;
  signer: Signer;
  /** When it is made: XSD dateTimeStamp. */
  created: string;
  purpose?: ProofPurpose;
  /** URL by which later proofs may name this one. */
  id?: string;
  /** XSD dateTimeStamp. */
  expires?: string;
  domain?: string | readonly string[];
  challenge?: string;
  nonce?: string;
  /** Ids of proofs of the document that this one stands on (VC Data Integrity §2.1.2). Not for `ecdsa-sd-2023`. */
  previousProof?: string | readonly string[];
  /** JSON pointers to what the holder can never leave out. For `ecdsa-sd-2023` only. */
  mandatoryPointers?: readonly string[];
}
