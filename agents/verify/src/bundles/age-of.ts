import type { Freshness } from '@eslabon/core';

/** How far clocks may differ, in seconds: the verifier's own tolerance. */
export const skew = 300;

/** A clock before what is proven to have happened cannot be right. Times in Unix seconds. */
export function isClockBehind(latestSeen: number | undefined, now: number): boolean {
  return latestSeen !== undefined && now < latestSeen - skew;
}

export interface BundleAge {
  /** Seconds since the block; 0 within the tolerance of clocks. */
  seconds: number;
  freshness: Freshness;
  /** True when the clock of the device says that the block is still to come. */
  clockBehind: boolean;
}

/** How old a bundle is now, against limits in seconds (architecture.md §5). All times are Unix seconds. */
export function ageOf(blockTime: number, now: number, { ttl, exp }: { ttl: number; exp: number }): BundleAge {
  const seconds = now - blockTime;
  if (seconds < -skew) return { seconds: 0, freshness: 'stale', clockBehind: true };
  const freshness = seconds > exp ? 'stale' : seconds > ttl ? 'ageing' : 'fresh';
  return { seconds: Math.max(seconds, 0), freshness, clockBehind: false };
}
