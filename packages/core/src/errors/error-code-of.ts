import type { ErrorCode } from './codes.js';
import { EslabonError } from './eslabon-error.js';

/** The code of the first EslabonError in the chain of causes, or `undefined` when there is none. */
export function errorCodeOf(error: unknown): ErrorCode | undefined {
  for (let e = error, depth = 0; e instanceof Error && depth < 16; e = e.cause, depth++) {
    if (e instanceof EslabonError) return e.code;
  }
  return undefined;
}
