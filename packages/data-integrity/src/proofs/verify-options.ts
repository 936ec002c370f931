import type { VerificationMethodResolver } from '../methods/verification-method.js';
import type { Problem } from '../problems/problem.js';
import type { SignatureVerifier } from '../signatures/signature-verifier.js';
import type { CryptosuiteName } from '../suites/suite.js';
import type { ProofPurpose } from './proof-options.js';

export interface VerifyProofsOptions {
  resolveVerificationMethod: VerificationMethodResolver;
  /** What every proof must be for. */
  purpose: ProofPurpose;
  /** The moment to judge expiry and revocation by. */
  now: Date;
  /** The domain or domains that every proof must name, all of them and no others. */
  domain?: string | readonly string[];
  /** The challenge that every proof must answer. */
  challenge?: string;
  /** The suites to take; all when absent. */
  suites?: readonly (CryptosuiteName | 'Ed25519Signature2020')[];
  /** Web Crypto when absent. */
  verifySignature?: SignatureVerifier;
}

/** What became of one proof. `unresolved`: its key could not be looked up, an outage and no verdict. */
export interface ProofOutcome {
  outcome: 'verified' | 'failed' | 'unresolved';
  pointer: string;
  suite?: CryptosuiteName | 'Ed25519Signature2020';
  verificationMethod?: string;
  /** Who controls the key; only of a verified proof. */
  controller?: string;
  created?: string;
  problems: readonly Problem[];
}

export interface ProofsResult {
  /** True when every proof is verified and one is by the issuer or holder that the document names. */
  verified: boolean;
  proofs: readonly ProofOutcome[];
  /** Every problem: of the document, of the proofs, and of who made them. */
  problems: readonly Problem[];
}
