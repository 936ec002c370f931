import { boxMean } from './box-mean.js';
import type { Luma } from './picture.js';

/**
 * Undoes some of a blur: what a pixel differs from its surroundings by is made larger (unsharp masking).
 * @param radius of the blur, in pixels
 */
export function sharpen(luma: Luma, radius: number, amount: number): Luma {
  const mean = boxMean(luma, radius);
  const data = new Uint8Array(luma.data.length);
  for (let at = 0; at < data.length; at += 1) {
    const value = luma.data[at] as number;
    data[at] = Math.min(255, Math.max(0, value + (value - (mean[at] as number)) * amount));
  }
  return { ...luma, data };
}
