import type { Envelope } from './contents/enveloped-credentials.js';

/** What a content says about itself once its rules hold. */
export interface ContentFacts {
  /** Whose key must have signed: the issuer or the holder, where the content names one. */
  controller?: string;
  /** Credentials that are carried inside; nobody has opened them yet. */
  envelopes?: readonly Envelope[];
}

export interface ContentOptions {
  /** Top-level members beside those of the data model that are known to the caller. */
  additionalMembers?: readonly string[];
}

/** What is inside a container, and the rules for it. */
export interface Content {
  kind: 'credential' | 'presentation' | 'sd-jwt-vc';
  /** @throws EslabonError CREDENTIAL_MALFORMED */
  check(claims: Record<string, unknown>, options: ContentOptions): ContentFacts;
}
