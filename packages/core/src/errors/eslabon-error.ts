import type { ErrorCode } from './codes.js';

export interface EslabonErrorOptions {
  /** What the reader can do next, most useful first. */
  hints?: readonly string[];
  cause?: unknown;
  /** Machine-readable facts about the failure; never secrets. */
  details?: Readonly<Record<string, unknown>>;
}

/**
 * The one error of Eslabón: a stable `code`, a sentence that contains the offending value, hints and the cause.
 * Mapping to HTTP (RFC 9457) happens only at the edge.
 */
export class EslabonError extends Error {
  override readonly name = 'EslabonError';
  readonly code: ErrorCode;
  readonly hints: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, options: EslabonErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hints = options.hints ?? [];
    this.details = options.details ?? {};
  }
}
