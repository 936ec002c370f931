import type { Canvas } from './canvas.js';
import type { Fact } from './facts-of.js';
import { fonts } from './fonts.js';
import { ink, page } from './layout.js';

const labelWidth = 150;
const left = page.margin + labelWidth + 12;
const width = page.width - page.margin - left;
const scales = [1, 0.9, 0.8, 0.7] as const;

/** Draws the facts one under the other, in smaller letters where there are many of them. */
export function drawFacts(canvas: Canvas, facts: readonly Fact[], top: number, bottom: number): void {
  const isLow = (scale: number) =>
    facts.reduce((height, fact) => height + heightOf(canvas, fact, scale), 0) <= bottom - top;
  const scale = scales.find(isLow) ?? scales[scales.length - 1] ?? 1;
  let y = top;
  for (const fact of facts) {
    drawFact(canvas, fact, y, scale);
    y += heightOf(canvas, fact, scale);
  }
}

function drawFact({ pdf, root }: Canvas, { labels, values }: Fact, y: number, scale: number): void {
  const label = { width: labelWidth, structParent: root, structType: 'P' };
  pdf
    .font(fonts.bold())
    .fontSize(8 * scale)
    .fillColor(ink.text)
    .text(labels[0], page.margin, y + 1, label);
  pdf.font(fonts.plain()).fillColor(ink.soft).text(labels[1], label);
  const value = { width, structParent: root, structType: 'P' };
  pdf
    .fontSize(11 * scale)
    .fillColor(ink.text)
    .text(values[0] ?? '', left, y, value);
  for (const more of values.slice(1))
    pdf
      .fontSize(9 * scale)
      .fillColor(ink.soft)
      .text(more, value);
}

function heightOf({ pdf }: Canvas, { labels, values }: Fact, scale: number): number {
  const high = (text: string, size: number, within: number) =>
    pdf
      .font(fonts.plain())
      .fontSize(size * scale)
      .heightOfString(text, { width: within });
  const label = labels.reduce((sum, text) => sum + high(text, 8, labelWidth), 1);
  const value = values.reduce((sum, text, at) => sum + high(text, at === 0 ? 11 : 9, width), 0);
  return Math.max(label, value) + 9 * scale;
}
