import { between } from './between.js';
import type { Luma } from './picture.js';

/** A picture turned about its middle, on white, as large as it needs to be. `degrees` go clockwise. */
export function turn(luma: Luma, degrees: number): Luma {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const width = Math.ceil(Math.abs(luma.width * cos) + Math.abs(luma.height * sin));
  const height = Math.ceil(Math.abs(luma.width * sin) + Math.abs(luma.height * cos));
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y += 1) {
    const down = y - (height - 1) / 2;
    for (let x = 0; x < width; x += 1) {
      const along = x - (width - 1) / 2;
      const fromX = along * cos + down * sin + (luma.width - 1) / 2;
      const fromY = down * cos - along * sin + (luma.height - 1) / 2;
      if (fromX < 0 || fromY < 0 || fromX >= luma.width - 1 || fromY >= luma.height - 1) continue;
      data[y * width + x] = between(luma, fromX, fromY);
    }
  }
  return { width, height, data };
}
