const firstMs = 500;
const longestMs = 15_000;

/**
 * Milliseconds before the next try: twice as long after each failure up to 15 seconds, and up to a half of it taken off
 * at random, so that not all who lost the same agent come back at once.
 * @param failures before this one
 */
export function backoff(failures: number, random: () => number = Math.random): number {
  const full = Math.min(longestMs, firstMs * 2 ** failures);
  return Math.round(full * (1 - random() / 2));
}
