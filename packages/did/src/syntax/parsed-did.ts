/** A DID that conforms to the `did` rule, in its parts. */
export interface ParsedDid {
  /** The whole DID, as it was given: DIDs are compared character by character. */
  did: string;
  /** Such as `ethr`. */
  method: string;
  /** Method-specific identifier: everything after the second colon. */
  id: string;
}

/** A DID URL in its parts. Those that are absent are undefined; one that is there and empty is ''. */
export interface ParsedDidUrl extends ParsedDid {
  /** With its leading `/`. */
  path: string | undefined;
  /** Without `?`. */
  query: string | undefined;
  /** Without `#`. */
  fragment: string | undefined;
}
