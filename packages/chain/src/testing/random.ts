/** Numbers that look random and are the same for a seed. */
export interface Random {
  /** An integer from 0 to below `limit`. */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
}

/** A linear congruential generator (Numerical Recipes, §7.1: 1664525, 1013904223); its high bits are used. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return { below, pick: <T>(from: readonly T[]) => from[below(from.length)] as T };
}
