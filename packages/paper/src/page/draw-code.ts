import type { CodePlan } from '../code/plan-code.js';
import type { Canvas } from './canvas.js';
import { code } from './layout.js';

/** Draws a code with its upper left module at a place: as shapes, for no picture is as sharp at every size. */
export function drawCode(
  { pdf, root }: Canvas,
  { modules }: Pick<CodePlan, 'modules'>,
  { left, top, words }: { left: number; top: number; words: string },
): void {
  const size = code.size / modules.length;
  root.add(
    pdf.struct('Figure', { alt: words }, () => {
      for (const [row, line] of modules.entries()) {
        for (let from = 0; from < line.length; from += 1) {
          let to = from;
          while (line[to] === true) to += 1;
          if (to > from) pdf.rect(left + from * size, top + row * size, (to - from) * size, size);
          from = to;
        }
      }
      pdf.fill('#000000');
    }),
  );
}
