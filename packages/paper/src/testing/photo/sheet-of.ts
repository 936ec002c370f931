import { planCode } from '../../code/plan-code.js';
import { code, codeAim, page } from '../../page/layout.js';
import type { Luma } from '../../picture/picture.js';

/** A white sheet of A4 with nothing but a code where a page has it, `width` pixels wide. */
export function sheetOf(text: string, width = 1240): Luma {
  const { modules } = planCode(text);
  const height = Math.round((width * page.height) / page.width);
  const size = (code.size / page.width) * width;
  const [left, top] = [codeAim[0] * width - size / 2, codeAim[1] * height - size / 2];
  const data = new Uint8Array(width * height).fill(255);
  const moduleAt = (place: number) => Math.floor((place / size) * modules.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (modules[moduleAt(y - top)]?.[moduleAt(x - left)] === true) data[y * width + x] = 0;
    }
  }
  return { width, height, data };
}
