import type { Hash } from '@eslabon/core';
import { toHex } from '../bytes/hex.js';
import type { ContainerLimits } from '../format/limits.js';
import { defaultLimits } from '../format/limits.js';
import { decodeDelta } from './decode-delta.js';

export interface DeltaDescription {
  /** `bundleDigest` of the bundle that it is for, and of the one that it makes. */
  base: Hash;
  result: Hash;
  /** Bytes of the payload that it makes, inflated. */
  size: number;
}

/**
 * What a delta says of itself. None of it is checked but its form: {@link applyDelta} does that.
 * @throws EslabonError DELTA_MALFORMED, DELTA_VERSION or BUNDLE_TOO_LARGE
 */
export function describeDelta(delta: Uint8Array, limits: ContainerLimits = defaultLimits): DeltaDescription {
  const { base, result, size } = decodeDelta(delta, limits);
  return { base: toHex(base), result: toHex(result), size };
}
