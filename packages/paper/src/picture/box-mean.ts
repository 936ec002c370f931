import type { Luma } from './picture.js';

/** The mean brightness around each pixel, in a square that reaches `radius` pixels to each side. */
export function boxMean({ width, height, data }: Luma, radius: number): Float32Array {
  const across = new Float32Array(data.length);
  for (let y = 0; y < height; y += 1) slide(data, across, y * width, 1, width, radius);
  const mean = new Float32Array(data.length);
  for (let x = 0; x < width; x += 1) slide(across, mean, x, width, height, radius);
  return mean;
}

/** The running mean along one line of pixels, over what the window has of it. */
function slide(
  from: ArrayLike<number>,
  to: Float32Array,
  start: number,
  step: number,
  count: number,
  radius: number,
): void {
  let sum = 0;
  let size = 0;
  for (let at = 0; at < Math.min(radius, count); at += 1) {
    sum += from[start + at * step] as number;
    size += 1;
  }
  for (let at = 0; at < count; at += 1) {
    if (at + radius < count) {
      sum += from[start + (at + radius) * step] as number;
      size += 1;
    }
    if (at - radius > 0) {
      sum -= from[start + (at - radius - 1) * step] as number;
      size -= 1;
    }
    to[start + at * step] = sum / size;
  }
}
