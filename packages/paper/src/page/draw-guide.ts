import type { Language } from '@eslabon/core';
import type { Canvas } from './canvas.js';
import { fonts } from './fonts.js';
import { code, ink, page } from './layout.js';
import { pageWords } from './words.js';

const left = page.margin + code.size + 24;
const width = page.width - page.margin - left;

/** How to verify the page, beside its code, in both languages. */
export function drawGuide(
  { pdf, root }: Canvas,
  languages: readonly [Language, Language],
  top: number,
): void {
  const text = { width, structParent: root, structType: 'P' };
  pdf.y = top;
  for (const [at, language] of languages.entries()) {
    const { check, steps, caution } = pageWords[language];
    const [size, colour] = at === 0 ? [8.5, ink.text] : [7.5, ink.soft];
    pdf.font(fonts.bold()).fontSize(size).fillColor(colour).text(check, left, pdf.y, text);
    pdf.font(fonts.plain());
    for (const [number, step] of steps.entries()) pdf.text(`${number + 1}. ${step}`, text);
    pdf.text(caution, text).moveDown(1);
  }
}
