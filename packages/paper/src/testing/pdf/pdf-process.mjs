// Opens a PDF with pdf.js, in a process of its own: neither it nor its canvas runs inside the test runner's modules.
// node pdf-process.mjs <file.pdf> <pixels in width, 0 for none> <file to write the grey pixels to>
import { readFile, writeFile } from 'node:fs/promises';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const [file, wanted, target] = process.argv.slice(2);
const pdf = await getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 }).promise;
const page = await pdf.getPage(1);
const { items } = await page.getTextContent();
const { info, metadata } = await pdf.getMetadata();
const tree = await page.getStructTree();
const scale = Number(wanted) / page.getViewport({ scale: 1 }).width;
const answer = {
  pages: pdf.numPages,
  text: items.map(({ str, hasEOL }) => `${str}${hasEOL ? ' ' : ''}`).join(''),
  title: info.Title,
  language: info.Language,
  metadata: metadata?.getRaw() ?? '',
  roles: partsOf(tree, 'role'),
  alternatives: partsOf(tree, 'alt'),
  lines: items
    .filter(({ str }) => str.trim() !== '')
    .map(({ str: words, transform: [, , , size, left, bottom], width }) => ({
      ...{ words, size, left, bottom, width },
    })),
  width: 0,
  height: 0,
};
if (scale > 0) Object.assign(answer, await draw());
process.stdout.write(JSON.stringify(answer));

async function draw() {
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
  const canvas = createCanvas(width, height);
  const canvasContext = canvas.getContext('2d');
  await page.render({ canvas, canvasContext, viewport }).promise;
  const { data } = canvasContext.getImageData(0, 0, width, height);
  await writeFile(
    target,
    Uint8Array.from({ length: width * height }, (_, at) => data[4 * at + 1]),
  );
  return { width, height };
}

function partsOf(node, name) {
  const below = (node?.children ?? []).flatMap((child) => partsOf(child, name));
  return [node?.[name], ...below].filter((part) => part !== undefined);
}
