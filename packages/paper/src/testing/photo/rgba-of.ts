import type { Luma, Picture } from '../../picture/picture.js';

/** Grey pixels as a canvas has them. */
export function rgbaOf({ width, height, data }: Luma): Picture {
  const rgba = new Uint8Array(4 * data.length).fill(255);
  for (let at = 0, to = 0; at < data.length; at += 1, to += 4) {
    const value = data[at] as number;
    rgba[to] = value;
    rgba[to + 1] = value;
    rgba[to + 2] = value;
  }
  return { width, height, data: rgba };
}
