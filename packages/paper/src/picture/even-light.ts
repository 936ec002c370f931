import { boxMean } from './box-mean.js';
import type { Luma } from './picture.js';

/**
 * Takes shadows and gradients of light away: each pixel is set against the mean of its surroundings and the spread
 * there, so that black and white are as far apart in the shade as in the sun.
 * @param radius of the surroundings, in pixels: some modules of a code
 */
export function evenLight(luma: Luma, radius: number): Luma {
  const mean = boxMean(luma, radius);
  const away = new Uint8Array(luma.data.length);
  for (let at = 0; at < away.length; at += 1) {
    away[at] = Math.abs((luma.data[at] as number) - (mean[at] as number));
  }
  const spread = boxMean({ ...luma, data: away }, radius);
  const data = new Uint8Array(luma.data.length);
  for (let at = 0; at < data.length; at += 1) {
    // Where nothing is printed, noise must not be made as loud as print.
    const gain = 64 / Math.max(8, spread[at] as number);
    data[at] = clamp(128 + ((luma.data[at] as number) - (mean[at] as number)) * gain);
  }
  return { ...luma, data };
}

function clamp(value: number): number {
  return Math.min(255, Math.max(0, value));
}
