import type { LoadedBundle } from '@eslabon/bundle';
import type { EslabonError } from '@eslabon/core';
import type { ParsedCredential, ParsedPresentation, SignatureVerifier } from '@eslabon/credentials';
import type { Policy } from './policy.js';

/** The data to check against, or why there are none. */
export type BundleSource = { bundle: LoadedBundle } | { failure: EslabonError };

export interface VerifyRequest {
  /** Whatever was handed over: a token, or a JSON value. Never trusted. */
  presented: unknown;
  /**
   * What it was read as already, where reading takes more than `parseSecured` does, such as canonical RDF. Its signatures
   * are verified like those of any other.
   */
  read?: ParsedCredential | ParsedPresentation;
  source: BundleSource;
  policy: Policy;
  /** The instant that the question is about. */
  at: Date;
  /** A faster implementation than plain JavaScript, where there is one. */
  verifySignature?: SignatureVerifier;
}
