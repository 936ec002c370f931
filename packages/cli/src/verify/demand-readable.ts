import { EslabonError } from '@eslabon/core';

/** How files begin that people have a certificate in and that are not read, with what to do instead. */
const others: readonly [what: string, at: number, magic: string, hint: string][] = [
  ['a PDF', 0, '%PDF-', 'Photograph the code on the page, or take a screenshot of it, as JPEG or PNG.'],
  ['a photo in the form HEIF', 4, 'ftyp', 'Take it again as JPEG: telephones have a setting for it.'],
  ['a picture in the form WebP', 0, 'RIFF', 'Save it as JPEG or PNG.'],
  ['a picture in the form GIF', 0, 'GIF8', 'Save it as JPEG or PNG.'],
  ['a picture in the form TIFF', 0, 'II*\0', 'Save it as JPEG or PNG.'],
  ['a picture in the form TIFF', 0, 'MM\0*', 'Save it as JPEG or PNG.'],
];

/**
 * Refuses what cannot be read although there may be a genuine certificate in it: a verdict would hold that against the
 * company.
 * @throws EslabonError PICTURE_UNREADABLE
 */
export function demandReadable(bytes: Uint8Array): void {
  const begin = String.fromCharCode(...bytes.subarray(0, 16));
  const found = others.find(([, at, magic]) => begin.startsWith(magic, at));
  if (found === undefined) return;
  const [what, , , hint] = found;
  throw new EslabonError('PICTURE_UNREADABLE', `The file is ${what}, which is not read.`, { hints: [hint] });
}
