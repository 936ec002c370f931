import { EslabonError } from '@eslabon/core';
import type { BlockHeader } from '../header/decode-header.js';

/** Seconds by which a reader's clock may lag behind the validators' clocks. */
const clockSkew = 300;

/**
 * Checks that the block is not of the future, as far as the reader says what time it is.
 * @throws EslabonError BUNDLE_FUTURE, INPUT_INVALID when `now` is no time
 */
export function checkTime({ number, timestamp }: BlockHeader, now: number | undefined): void {
  if (now === undefined) return;
  if (!Number.isFinite(now) || now < 0) {
    throw new EslabonError('INPUT_INVALID', `“now” is ${now}, not a time in unix seconds.`);
  }
  if (timestamp <= now + clockSkew) return;
  throw new EslabonError(
    'BUNDLE_FUTURE',
    `The bundle's block ${number} is of ${timestamp}, which is ${Math.ceil(timestamp - now)} seconds after now.`,
    {
      details: { block: number, timestamp, now },
      hints: ['Set the clock of this device.', 'If the clock is right, do not use the bundle.'],
    },
  );
}
