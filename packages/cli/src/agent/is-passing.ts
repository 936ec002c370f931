import { type ErrorCode, errorCodeOf } from '@eslabon/core';

const passing: ReadonlySet<ErrorCode | undefined> = new Set(['UNAVAILABLE', 'SHUTTING_DOWN', 'RATE_LIMITED']);

/** Whether asking again in a moment may help. */
export function isPassing(error: unknown): boolean {
  return passing.has(errorCodeOf(error));
}
