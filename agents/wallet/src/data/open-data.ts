import { type LoadedBundle, openBundle, type TrustAnchor } from '@eslabon/bundle';
import { countrySchema } from '@eslabon/core';
import type { StoredData } from '../store/stored.js';

/** Bytes of a bundle that are read. */
export const maxBundleBytes = 16 << 20;

/** Where nobody's word is taken the reader's own country says nothing; this code is nobody's. */
const nobody = countrySchema.parse('ZZ');

/**
 * Proves the network's data with the anchor that came with them, or with a later checkpoint.
 * @throws EslabonError BUNDLE_*
 */
export function openData({ bundle, anchor, openedAt, openedFrom }: StoredData): LoadedBundle {
  const trust = trustFrom(anchor, openedFrom);
  const [first] = anchor.attestors;
  return openBundle(bundle, trust, {
    attestor: first?.country ?? nobody,
    now: openedAt,
    maxBytes: maxBundleBytes,
  });
}

/** Never a step back: of two checkpoints the later one counts. */
function trustFrom(anchor: TrustAnchor, checkpoint: StoredData['openedFrom']): TrustAnchor {
  const { seals } = anchor;
  if (seals === undefined || checkpoint === undefined || checkpoint.number <= seals.checkpoint.number)
    return anchor;
  return { ...anchor, seals: { ...seals, checkpoint } };
}
