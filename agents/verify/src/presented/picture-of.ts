import type { Picture } from '../engine/contract.js';
import { TroubleError } from '../engine/trouble-error.js';

/** Longest side in pixels. A certificate's QR code has up to 177 modules: this leaves a dozen pixels for each. */
const maxSide = 2400;

/**
 * The pixels of a picture file.
 * @throws TroubleError PICTURE_UNREADABLE when the browser cannot read it as a picture
 */
export async function pictureOf(file: Blob): Promise<Picture> {
  try {
    const bitmap = await createImageBitmap(file);
    const picture = pixelsOf(bitmap, bitmap.width, bitmap.height, maxSide);
    bitmap.close();
    return picture;
  } catch (error) {
    throw new TroubleError({ code: 'PICTURE_UNREADABLE', message: String(error) });
  }
}

/** Pixels of anything that can be drawn, made smaller where a side is too long, on white where it is transparent. */
export function pixelsOf(source: CanvasImageSource, width: number, height: number, longest: number): Picture {
  const scale = Math.min(1, longest / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { width: canvas.width, height: canvas.height, data };
}
