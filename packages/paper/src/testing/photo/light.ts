import type { Luma } from '../../picture/picture.js';
import { createRandom } from './random.js';

export interface Light {
  /** How much darker the lower left corner is than the upper right, from 0 to 1. */
  shade: number;
  /** Largest error of a pixel by the noise of the sensor. */
  noise: number;
}

/** Uneven light with the hard edge of a shadow across the page, little contrast, and a sensor that adds noise. */
export function light({ width, height, data }: Luma, { shade, noise }: Light): Luma {
  const random = createRandom(7);
  return {
    width,
    height,
    data: data.map((value, at) => {
      const [x, y] = [(at % width) / width, Math.floor(at / width) / height];
      const isInShadow = x + 0.4 * y < 0.55;
      const lit = 1 - shade * ((1 - x + y) / 2) - (isInShadow ? shade / 3 : 0);
      const error = (random() + random() - 1) * noise;
      return Math.min(255, Math.max(0, (30 + value * 0.82) * lit + error));
    }),
  };
}
