import { boxMean } from '../../picture/box-mean.js';
import type { Luma } from '../../picture/picture.js';

/** A lens out of focus: two passes of a square as wide as twice the radius, and one pixel. */
export function blur(luma: Luma, radius: number): Luma {
  if (radius === 0) return luma;
  const once = { ...luma, data: Uint8Array.from(boxMean(luma, radius), Math.round) };
  return { ...luma, data: Uint8Array.from(boxMean(once, radius), Math.round) };
}
