import type { BundleSummary } from '../engine/contract.js';

export type BundleOrder = 'first' | 'same' | 'newer' | 'older' | 'alike';

type Comparable = Pick<BundleSummary, 'digest' | 'block'>;

/**
 * How a proven bundle stands to the one in use. `alike` is another file about the same block: with a register, or
 * without, or trusted in another way.
 */
export function compareBundles(current: Comparable | undefined, candidate: Comparable): BundleOrder {
  if (current === undefined) return 'first';
  if (current.digest === candidate.digest) return 'same';
  if (current.block.number === candidate.block.number) return 'alike';
  return candidate.block.number > current.block.number ? 'newer' : 'older';
}
