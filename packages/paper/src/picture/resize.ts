import { between } from './between.js';
import type { Luma } from './picture.js';

/** A picture at another scale: each pixel is the mean of those it covers, or lies between its four neighbours. */
export function resize(luma: Luma, scale: number): Luma {
  const width = Math.max(2, Math.round(luma.width * scale));
  const height = Math.max(2, Math.round(luma.height * scale));
  return scale < 1 ? shrink(luma, width, height) : enlarge(luma, width, height);
}

function shrink(luma: Luma, width: number, height: number): Luma {
  const data = new Uint8Array(width * height);
  const columns = Array.from({ length: width + 1 }, (_, at) => Math.floor((at * luma.width) / width));
  for (let y = 0; y < height; y += 1) {
    const top = Math.floor((y * luma.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * luma.height) / height));
    for (let x = 0; x < width; x += 1) {
      const left = columns[x] as number;
      const right = Math.max(left + 1, columns[x + 1] as number);
      let sum = 0;
      for (let row = top; row < bottom; row += 1) {
        for (let at = row * luma.width + left; at < row * luma.width + right; at += 1) {
          sum += luma.data[at] as number;
        }
      }
      data[y * width + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return { width, height, data };
}

function enlarge(luma: Luma, width: number, height: number): Luma {
  const data = new Uint8Array(width * height);
  const columns = Float64Array.from({ length: width }, (_, at) => place(at, width, luma.width));
  for (let y = 0; y < height; y += 1) {
    const row = place(y, height, luma.height);
    for (let x = 0; x < width; x += 1) data[y * width + x] = between(luma, columns[x] as number, row);
  }
  return { width, height, data };
}

/** Where the middle of a new pixel lies among the old ones, a little within the last of them. */
function place(at: number, count: number, old: number): number {
  return Math.min(old - 1.001, Math.max(0, ((at + 0.5) * old) / count - 0.5));
}
