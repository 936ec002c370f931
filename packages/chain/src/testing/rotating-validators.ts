import type { Random } from './random.js';

/** How the one who leaves is chosen: whoever was there longest, or anybody. */
export type Leaving = 'oldest' | 'anybody';

/**
 * Sets of `size` validators, each with one replaced by a newcomer since the set before. The members are numbers, a new
 * one for every newcomer.
 */
export function rotatingValidators(
  { size, replacements, leaving }: { size: number; replacements: number; leaving: Leaving },
  random: Random,
): number[][] {
  let set = Array.from({ length: size }, (_, i) => i);
  const sets = [set];
  for (let newcomer = size; newcomer < size + replacements; newcomer++) {
    const leaves = leaving === 'oldest' ? 0 : random.below(size);
    set = [...set.filter((_, place) => place !== leaves), newcomer];
    sets.push(set);
  }
  return sets;
}
