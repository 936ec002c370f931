import type { Luma } from './picture.js';

/** The brightness between four pixels; the place must have a pixel to its right and one beneath. */
export function between({ width, data }: Luma, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const at = top * width + left;
  const along = x - left;
  const a = data[at] as number;
  const b = data[at + 1] as number;
  const c = data[at + width] as number;
  const d = data[at + width + 1] as number;
  return (a + (b - a) * along) * (1 - (y - top)) + (c + (d - c) * along) * (y - top);
}
