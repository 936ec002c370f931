import type { Checkpoint, SealTrust, TrustAnchor } from '@eslabon/bundle';
import type { TestRegistries } from './start-registries.js';

/** A trust anchor that takes nobody's word and follows the validators from a checkpoint on. */
export function sealedAnchor(
  { deployment }: TestRegistries,
  checkpoint: Checkpoint,
  rules: Partial<SealTrust> = {},
): TrustAnchor {
  return {
    ...deployment,
    attestors: [],
    seals: { checkpoint, trustingPeriod: 30 * 86_400, ...rules },
  };
}
