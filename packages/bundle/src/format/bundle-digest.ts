import type { Hash } from '@eslabon/core';
import { toHex } from '../bytes/hex.js';
import { keccak256 } from '../hash/keccak256.js';
import { readContainer } from './container.js';
import type { ContainerLimits } from './limits.js';
import { defaultLimits } from './limits.js';

/**
 * The name of a bundle's content: keccak-256 of its payload. Deltas say by it what they are for.
 * @throws EslabonError BUNDLE_MALFORMED, BUNDLE_VERSION or BUNDLE_TOO_LARGE
 */
export function bundleDigest(file: Uint8Array, limits: ContainerLimits = defaultLimits): Hash {
  return toHex(keccak256(readContainer(file, limits)));
}
