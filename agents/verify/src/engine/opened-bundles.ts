import type { LoadedBundle } from '@eslabon/bundle';
import { EslabonError } from '@eslabon/core';
import type { BundleDigest } from './contract.js';

/** One for now and a few for questions about the past. */
const kept = 4;

/** The bundles that are open in this worker, by digest; the least recently used one is let go first. */
export class OpenedBundles {
  readonly #bundles = new Map<BundleDigest, LoadedBundle>();

  keep(digest: BundleDigest, bundle: LoadedBundle): void {
    this.#bundles.delete(digest);
    this.#bundles.set(digest, bundle);
    for (const old of [...this.#bundles.keys()].slice(0, -kept)) this.#bundles.delete(old);
  }

  /** @throws EslabonError BUNDLE_NOT_READY when it is not open (any more). */
  get(digest: BundleDigest): LoadedBundle {
    const bundle = this.#bundles.get(digest);
    if (bundle === undefined) throw new EslabonError('BUNDLE_NOT_READY', `Bundle ${digest} is not open.`);
    this.keep(digest, bundle);
    return bundle;
  }
}
