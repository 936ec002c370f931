import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Luma } from '../../picture/picture.js';

/** A run of text on a page, in points from its lower left corner. */
export interface PdfLine {
  words: string;
  /** Of the letters. */
  size: number;
  left: number;
  /** Where the letters stand. */
  bottom: number;
  width: number;
}

/** What another implementation finds in a PDF. */
export interface OpenedPdf {
  pages: number;
  text: string;
  title: string;
  language: string;
  /** XMP. */
  metadata: string;
  /** Types of the elements in the structure of the first page. */
  roles: string[];
  /** What stands there for those who do not see the pictures. */
  alternatives: string[];
  lines: PdfLine[];
  /** The first page as it is printed. */
  picture: Luma;
}

const script = fileURLToPath(new URL('pdf-process.mjs', import.meta.url));

/** Opens a PDF with pdf.js and renders its first page, so many pixels wide. */
export async function openPdf(pdf: Uint8Array, width = 0): Promise<OpenedPdf> {
  const folder = await mkdtemp(join(tmpdir(), 'eslabon-pdf-'));
  try {
    const [file, target] = [join(folder, 'page.pdf'), join(folder, 'page.luma')];
    await writeFile(file, pdf);
    const args = [script, file, String(width), target];
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 });
    const { width: columns, height, ...found } = JSON.parse(stdout);
    const data = width === 0 ? new Uint8Array() : new Uint8Array(await readFile(target));
    return { ...found, picture: { width: columns, height, data } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
