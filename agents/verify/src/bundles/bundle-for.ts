import type { StoredBundle } from '../store/stored.js';
import { skew } from './age-of.js';

type Dated = Pick<StoredBundle, 'digest' | 'blockTime'>;

/**
 * The bundle to ask about an instant (Unix seconds): the latest one of a block before it. Where all are later, the one
 * in use, with which the verifier answers that it cannot tell.
 */
export function bundleFor<B extends Dated>(bundles: readonly B[], current: B, at: number): B {
  if (current.blockTime <= at + skew) return current;
  const before = bundles.filter(({ blockTime }) => blockTime <= at + skew);
  return (
    before.reduce<B | undefined>(
      (a, b) => (a !== undefined && a.blockTime >= b.blockTime ? a : b),
      undefined,
    ) ?? current
  );
}
