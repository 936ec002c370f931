import { encode } from 'jpeg-js';
import type { Luma } from '../../picture/picture.js';
import { blur } from './blur.js';
import { type Light, light } from './light.js';
import { rgbaOf } from './rgba-of.js';
import { type View, viewPage } from './view-page.js';

/** How a page is photographed. */
export interface Shot extends View, Light {
  /** Pixels that a point is blurred to each side. */
  blur: number;
  /** Of the JPEG, 1 to 100. */
  quality: number;
}

/** A phone held straight over the page: each test changes what it is about. */
export const plainShot: Shot = {
  ...{ width: 1500, height: 2000, turn: 0, tilt: 0, swing: 0, fill: 0.95 },
  aim: [0.5, 0.5],
  ...{ shade: 0.2, noise: 12, blur: 0, quality: 50 },
};

/** A JPEG of a page as a phone would take it: at an angle, blurred, in uneven light, with noise. */
export function takePhoto(page: Luma, shot: Shot): Uint8Array {
  const { width, height, data } = rgbaOf(light(blur(viewPage(page, shot), shot.blur), shot));
  return new Uint8Array(encode({ width, height, data }, shot.quality).data);
}
