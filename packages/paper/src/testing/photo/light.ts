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
  const lit = new Uint8Array(data.length);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) {
      const [across, along] = [x / width, y / height];
      const isInShadow = across + 0.4 * along < 0.55;
      const brightness = 1 - shade * ((1 - across + along) / 2) - (isInShadow ? shade / 3 : 0);
      const error = (random() + random() - 1) * noise;
      const value = (30 + (data[at] as number) * 0.82) * brightness + error;
      lit[at] = Math.max(0, Math.min(255, value));
    }
  }
  return { width, height, data: lit };
}
