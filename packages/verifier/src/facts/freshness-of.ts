import type { Freshness } from '@eslabon/core';

export interface FreshnessLimits {
  /** Seconds for which data are fresh. */
  ttl: number;
  /** Seconds after which data must not be used. */
  exp: number;
}

/** Data of the age `ttl` are still fresh, data of the age `exp` still usable (architecture.md §5). */
export function freshnessOf(age: number, { ttl, exp }: FreshnessLimits): Freshness {
  if (age > exp) return 'stale';
  return age > ttl ? 'ageing' : 'fresh';
}
