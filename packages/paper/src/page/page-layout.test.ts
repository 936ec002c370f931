import { inflateSync } from 'node:zlib';
import { operatorRoles } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { paperCode } from '../code/paper-code.js';
import type { CodePlan } from '../code/plan-code.js';
import type { Luma } from '../picture/picture.js';
import { openPdf, type PdfLine } from '../testing/pdf/open-pdf.js';
import { sampleCredential, samplePrinting, sampleTerms } from '../testing/sample.js';
import { renderPaper } from './render-paper.js';
import { pageWords } from './words.js';

const date = new Date('2026-03-04T15:00:00Z');

async function printed(credential = sampleCredential(), width = 0) {
  const plan = await paperCode({ credential, ...samplePrinting });
  const request = { credential, code: plan, language: 'es', terms: sampleTerms, date } as const;
  const pdf = await renderPaper(request);
  return { plan, pdf, page: await openPdf(pdf, width) };
}

/** A certificate whose names and roles take as much room as a page has. */
function longest() {
  const credential = sampleCredential('W'.repeat(256), 'M'.repeat(222));
  Object.assign(credential.credentialSubject.certificate, { operatorRoles: [...operatorRoles] });
  return credential;
}

/** Pairs of lines that stand on one another. */
function overlaps(lines: readonly PdfLine[]): [string, string][] {
  return lines.flatMap((one, at) =>
    lines
      .slice(at + 1)
      .filter(
        (other) =>
          one.left < other.left + other.width &&
          other.left < one.left + one.width &&
          Math.abs(one.bottom - other.bottom) < Math.min(one.size, other.size),
      )
      .map((other): [string, string] => [one.words, other.words]),
  );
}

describe('the lines of a page', () => {
  it.each([
    ['an ordinary certificate', sampleCredential()],
    ['the longest', longest()],
  ])('never stand on one another: %s', async (_, credential) => {
    const { lines } = (await printed(credential)).page;
    expect(lines.length).toBeGreaterThan(30);
    expect(overlaps(lines)).toEqual([]);
  });

  it('are as large as there is room for', async () => {
    const sizeOf = ({ lines }: { lines: readonly PdfLine[] }, words: string) =>
      lines.find((line) => line.words.includes(words))?.size;
    expect(sizeOf((await printed()).page, 'PE20123456786')).toBeCloseTo(11);
    const small = sizeOf((await printed(longest())).page, 'PE20123456786') ?? 0;
    expect(small).toBeGreaterThanOrEqual(7.7);
    expect(small).toBeLessThan(11);
  });

  it('are labels in both languages, and how to verify the page, step by step', async () => {
    const { text } = (await printed()).page;
    for (const words of [pageWords.es, pageWords.en]) {
      const { company, tin, number, type, roles, valid, decided, check, caution } = words;
      const flat = text.replaceAll(/\s+/g, ' ');
      for (const each of [company, tin, number, type, roles, valid, decided, check, caution]) {
        expect(flat).toContain(each);
      }
      for (const [at, step] of words.steps.entries()) expect(flat).toContain(`${at + 1}. ${step}`);
    }
  });

  it('say of a certificate without an end that there is none', async () => {
    const { validUntil: _, ...credential } = sampleCredential();
    delete credential.credentialSubject.certificate.validUntil;
    const { text } = (await printed(credential)).page;
    expect(text).toContain('2026-01-10, sin fecha de término');
    expect(text).toContain('2026-01-10, without an end date');
    expect(text).not.toContain('undefined');
  });
});

describe('the code of a page', () => {
  /** Where the code is on a picture of the page, in pixels: 18 mm from the left, 26 mm from below, 72 mm wide. */
  function placeOf({ width, height }: Luma, { modules }: CodePlan) {
    const millimetre = width / 210;
    const [left, right] = [18 * millimetre, 90 * millimetre];
    const [top, bottom] = [height - 98 * millimetre, height - 26 * millimetre];
    return { left, right, top, bottom, module: (72 * millimetre) / modules.length };
  }

  const shadesOf = (picture: Luma, isIn: (x: number, y: number) => boolean) =>
    picture.data.filter((_, at) => isIn(at % picture.width, Math.floor(at / picture.width)));

  it('is black on white, with four modules of white on every side', async () => {
    const { plan, page } = await printed(undefined, 1240);
    const { left, right, top, bottom, module } = placeOf(page.picture, plan);
    const quiet = 4 * module - 1;
    const isIn = (x: number, y: number, margin: number) =>
      x > left - margin && x < right + margin && y > top - margin && y < bottom + margin;
    const zone = shadesOf(page.picture, (x, y) => isIn(x, y, quiet) && !isIn(x, y, 2));
    expect(zone.length).toBeGreaterThan(10_000);
    expect(Math.min(...zone)).toBe(255);
    const dark = shadesOf(page.picture, (x, y) => isIn(x, y, -1)).filter((shade) => shade < 8).length;
    expect(dark / (right - left) ** 2).toBeGreaterThan(0.3);
  });

  it('is said in words to those who do not see it', async () => {
    const { alternatives } = (await printed()).page;
    expect(alternatives).toEqual([`${pageWords.es.code}. ${pageWords.en.code}.`]);
  });
});

/** What is drawn: the streams of a PDF that can be inflated, one after the other. */
function operatorsOf(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf);
  const parts: string[] = [];
  for (let from = raw.indexOf('stream\n'); from >= 0; from = raw.indexOf('stream\n', from + 1)) {
    try {
      parts.push(inflateSync(raw.subarray(from + 7)).toString('latin1'));
    } catch {
      // Metadata, or the end of a stream.
    }
  }
  return parts.join('\n');
}

describe('a page as a document', () => {
  it('has its rule marked as what means nothing, and every mark ends', async () => {
    const operators = operatorsOf((await printed()).pdf);
    const count = (pattern: RegExp) => operators.match(pattern)?.length ?? 0;
    expect(count(/\/Artifact <<[^>]*>> BDC/g)).toBe(1);
    expect(count(/\bBDC\b|\bBMC\b/g)).toBe(count(/\bEMC\b/g));
  });

  it('shows its title instead of the name of the file, with what would be markup left out', async () => {
    const credential = sampleCredential();
    credential.credentialSubject.certificate.certificateNumber = 'A&B<1>';
    const { pdf, page } = await printed(credential);
    expect(page.metadata).not.toMatch(/A&B|<1>/);
    expect(page.title).toContain('A B 1');
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/DisplayDocTitle true/);
  });
});
