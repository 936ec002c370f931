import type { Picture } from './picture.js';
import { pixelsOf } from './pixels-of.js';

/** Longest side in pixels. A certificate's QR code has up to 177 modules: this leaves a dozen pixels for each. */
const maxSide = 2400;

/**
 * The pixels of a picture file.
 * @throws DOMException when the browser cannot read it as a picture
 */
export async function pictureOf(file: Blob): Promise<Picture> {
  const bitmap = await createImageBitmap(file);
  try {
    return pixelsOf(bitmap, bitmap.width, bitmap.height, maxSide);
  } finally {
    bitmap.close();
  }
}
