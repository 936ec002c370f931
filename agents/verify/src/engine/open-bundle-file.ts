import { bundleDigest, type LoadedBundle, openBundle, type TrustAnchor } from '@eslabon/bundle';
import type { Country } from '@eslabon/core';
import type { BundleSummary, OpenRequest } from './contract.js';
import { limitsFor } from './limits-for.js';

/** Proves a bundle with the trust anchor, or with the later checkpoint that a bundle before it gave. */
export function openBundleFile({ file, anchor, country, now, checkpoint }: OpenRequest): {
  bundle: LoadedBundle;
  summary: BundleSummary;
} {
  const own = country as Country;
  const bundle = openBundle(file, trustFrom(anchor, checkpoint), { attestor: own, now });
  const { chainId, block, trust, facts, registerSize } = bundle;
  const admitted = facts.authorities.records.filter(({ removedAt }) => removedAt === 0);
  const { arrangements, ...limits } = limitsFor(facts.arrangements, own, now);
  return {
    bundle,
    summary: {
      digest: bundleDigest(file),
      size: file.length,
      chainId,
      block,
      trust,
      countries: [...new Set(admitted.map((record) => record.country))].sort(),
      arrangements,
      statusLists: facts.statuses.lists.length,
      ...(registerSize === undefined ? {} : { registerSize }),
      limits,
    },
  };
}

/** Never a step back: of two checkpoints the later one counts. */
function trustFrom(anchor: TrustAnchor, checkpoint: OpenRequest['checkpoint']): TrustAnchor {
  const { seals } = anchor;
  if (seals === undefined || checkpoint === undefined || checkpoint.number <= seals.checkpoint.number) {
    return anchor;
  }
  return { ...anchor, seals: { ...seals, checkpoint } };
}
