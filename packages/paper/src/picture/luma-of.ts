import type { Luma, Picture } from './picture.js';

/** The brightness of a picture, on white where it is transparent (weights of ITU-R BT.601). */
export function lumaOf({ width, height, data }: Picture): Luma {
  const luma = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < luma.length; at += 1, from += 4) {
    const red = data[from] as number;
    const green = data[from + 1] as number;
    const blue = data[from + 2] as number;
    const dark = 255 - ((red * 77 + green * 150 + blue * 29) >> 8);
    luma[at] = 255 - (dark * (data[from + 3] as number)) / 255;
  }
  return { width, height, data: luma };
}
