import { type AeoCredential, dayAt } from '@eslabon/core';
import PDFDocument from 'pdfkit';
import type { CodePlan } from '../code/plan-code.js';
import type { Canvas } from './canvas.js';
import { drawCode } from './draw-code.js';
import { drawFacts } from './draw-facts.js';
import { drawGuide } from './draw-guide.js';
import { factsOf, type Terms } from './facts-of.js';
import { fonts } from './fonts.js';
import { code, ink, millimetre, page } from './layout.js';
import { pageWords } from './words.js';

export interface PaperRequest {
  /** The certificate that the code holds. */
  credential: AeoCredential;
  code: CodePlan;
  /** Of the issuer; English stands beneath. */
  language: 'es' | 'pt';
  terms: Terms;
  /** When it is printed. With the same date the same page comes out, byte for byte. */
  date: Date;
}

const footing = 8 * millimetre;

/**
 * Renders a certificate as a page of A4 in the manner of PDF/A-2b: fonts embedded, colours defined, tagged, with its
 * language and its metadata. What stands on it stands in its code too.
 */
export function renderPaper(request: PaperRequest): Promise<Uint8Array> {
  const { credential, language, date } = request;
  const words = pageWords[language];
  const { certificateNumber } = credential.credentialSubject.certificate;
  const pdf = new PDFDocument({
    ...{ size: 'A4', margin: page.margin, font: fonts.plain(), lang: language, displayTitle: true },
    ...{ subset: 'PDF/A-2b', pdfVersion: '1.7', tagged: true },
    info: {
      ...{
        Title: plainWords(`${words.title} ${certificateNumber}`),
        Author: plainWords(credential.issuer.name),
      },
      ...{ Producer: 'Eslabon', Creator: 'Eslabon', CreationDate: date },
    },
  });
  const finished = collect(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  draw({ pdf, root }, request);
  root.end();
  pdf.end();
  return finished;
}

function draw(canvas: Canvas, { credential, code: plan, language, terms, date }: PaperRequest): void {
  const { pdf, root } = canvas;
  const languages = [language, 'en'] as const;
  const [first, second] = [pageWords[language], pageWords.en];
  const { issuer, id, validFrom } = credential;
  const text = (structType: string) => ({
    width: page.width - 2 * page.margin,
    structParent: root,
    structType,
  });
  pdf.font(fonts.bold()).fontSize(11).fillColor(ink.text);
  pdf.text(`${issuer.name} (${issuer.country})`, page.margin, page.margin, text('P')).moveDown(0.5);
  pdf.fontSize(17).text(first.title, text('H1'));
  pdf.font(fonts.plain()).fontSize(12).fillColor(ink.soft).text(second.title, text('P'));
  drawRule(canvas, pdf.y + 6);
  const top = page.height - page.margin - footing - code.size;
  drawFacts(canvas, factsOf(credential, languages, terms), pdf.y + 20, top - 16);
  drawCode(canvas, plan, { left: page.margin, top, words: `${first.code}. ${second.code}.` });
  drawGuide(canvas, languages, top);
  const printed = `${first.printed} / ${second.printed} ${dayAt(date.getTime(), validFrom)} · ${id}`;
  const bottom = page.height - page.margin - 9;
  pdf
    .fontSize(7)
    .fillColor(ink.soft)
    .text(printed, page.margin, bottom, { ...text('P'), lineBreak: false });
}

/** A line that means nothing to a screen reader. */
function drawRule({ pdf }: Canvas, y: number): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .moveTo(page.margin, y)
    .lineTo(page.width - page.margin, y)
    .lineWidth(0.7)
    .stroke(ink.rule);
  pdf.endMarkedContent();
}

/** Text for metadata, which pdfkit copies into XML as it is. */
function plainWords(text: string): string {
  return text.replaceAll(/[<>&]/g, ' ');
}

function collect(pdf: Canvas['pdf']): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    pdf.on('data', (part: Uint8Array) => parts.push(part));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    pdf.on('error', reject);
  });
}
