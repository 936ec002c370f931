import { evenLight } from './even-light.js';
import type { Luma } from './picture.js';
import { resize } from './resize.js';
import { sharpen } from './sharpen.js';
import { turn } from './turn.js';

/**
 * What is done to a photo, one after the other until a code is found, the cheap and likely first. Sharpening undoes a
 * lens out of focus; the decoder does not see a code that stands on its corner, and a turn sets it on its side; shadows
 * and the noise of dark photos need even light; small codes need more pixels, noisy large ones fewer.
 */
export const attempts: readonly ((luma: Luma) => Luma)[] = [
  (luma) => luma,
  (luma) => resize(luma, 0.7),
  (luma) => sharpen(luma, 2, 2),
  (luma) => sharpen(luma, 4, 2.5),
  (luma) => turn(luma, 45),
  (luma) => evenLight(sharpen(luma, 3, 2), 30),
  (luma) => resize(luma, 0.5),
  (luma) => resize(luma, 1.6),
  (luma) => turn(sharpen(luma, 4, 2.5), 45),
  (luma) => sharpen(resize(luma, 1.6), 5, 3),
  (luma) => evenLight(luma, 12),
  (luma) => turn(luma, 22),
  (luma) => resize(luma, 0.3),
];
