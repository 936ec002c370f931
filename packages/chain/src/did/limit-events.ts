import { type Address, EslabonError } from '@eslabon/core';

/** Changes of one identity that are read. Nobody needs so many; whoever makes them keeps only that identity waiting. */
export const maxEvents = 2_000;

/** @throws EslabonError DID_FEATURE_UNSUPPORTED when an identity has more events than are read */
export function limitEvents<T>(events: readonly T[], identity: Address): T[] {
  if (events.length <= maxEvents) return [...events];
  throw new EslabonError(
    'DID_FEATURE_UNSUPPORTED',
    `${identity} changed more than ${maxEvents} times, which is not read.`,
  );
}
