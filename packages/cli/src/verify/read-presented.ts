import { EslabonError } from '@eslabon/core';
import { readLimited } from '../files/read-limited.js';
import type { Io } from '../io/io.js';
import { demandReadable } from './demand-readable.js';
import { parsePresented } from './parse-presented.js';

/** Of a credential or presentation in a file, and of a photo. */
const [maxTextBytes, maxPhotoBytes] = [1024 * 1024, 32 * 1024 * 1024];

/**
 * What a file, or standard input, presents: its own text, or that of the QR code in it where it is a JPEG or PNG.
 * @throws EslabonError FILE_UNREADABLE, INPUT_TOO_LARGE, PICTURE_UNREADABLE, QR_NOT_FOUND
 */
export async function readPresented(io: Io, file: string): Promise<unknown> {
  const bytes = await readLimited(io, file, { maxBytes: maxPhotoBytes, what: 'credential file' });
  // The decoders are not loaded for what cannot be a picture: no text begins with these bytes.
  if (bytes[0] === 0xff || bytes[0] === 0x89) {
    const { photoKind, readPhoto } = await import('@eslabon/paper/photo');
    if (photoKind(bytes) !== undefined) return readPhoto(bytes);
  }
  demandReadable(bytes);
  if (bytes.length > maxTextBytes) {
    throw new EslabonError(
      'INPUT_TOO_LARGE',
      `The credential file ${file === '-' ? 'on standard input' : `“${file}”`} is larger than ${maxTextBytes} bytes.`,
      { hints: ['Is it the right file?'] },
    );
  }
  return parsePresented(bytes);
}
