/**
 * What validation says (VC JSON Schema §4.2): `failure` when something is wrong with the credential or with what it
 * names as its schema, `indeterminate` when it cannot be said, because the schema is of a version or uses a means that
 * is not supported, or would take more work than is done for a stranger.
 */
export interface SchemaOutcome {
  result: 'success' | 'failure' | 'indeterminate';
  /** Sentences; empty for success. */
  reasons: readonly string[];
}

/** Thrown within this package to end with an outcome. */
export class Undecided extends Error {}

/** Thrown within this package where something is wrong. */
export class Failed extends Error {}
