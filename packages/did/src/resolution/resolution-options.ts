/** Which version of a document is wanted; the newest when neither is given (DID Resolution §4.1). */
export interface ResolutionOptions {
  /** did:ethr: a block number in decimal. */
  versionId?: string | undefined;
  /** An instant in UTC without fractions of a second: `2026-05-03T12:00:00Z`. */
  versionTime?: string | undefined;
}

/** A version, read. */
export type WantedVersion =
  | { kind: 'latest' }
  | { kind: 'id'; versionId: string }
  /** Unix seconds. */
  | { kind: 'time'; instant: number };
