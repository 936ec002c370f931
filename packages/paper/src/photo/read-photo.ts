import { EslabonError } from '@eslabon/core';
import type { Picture } from '../picture/picture.js';
import { readQrPicture } from '../picture/read-qr-picture.js';
import { decodeJpeg } from './decode-jpeg.js';
import { decodePng } from './decode-png.js';
import { photoLimits, photoPatience } from './limits.js';
import { photoKind } from './photo-kind.js';
import { unreadable } from './unreadable.js';

/**
 * The text of the QR code of a certificate in a photo, which may be at an angle, somewhat blurred and unevenly lit.
 * @param bytes a JPEG or PNG of at most 32 MiB and 64 million pixels
 * @throws EslabonError PICTURE_UNREADABLE, QR_NOT_FOUND
 */
export function readPhoto(bytes: Uint8Array): string {
  if (bytes.length > photoLimits.bytes) {
    throw unreadable(`The photo has ${bytes.length} bytes; at most ${photoLimits.bytes} are read.`);
  }
  const text = readQrPicture(pictureOf(bytes), { patience: photoPatience });
  if (text !== null) return text;
  throw new EslabonError('QR_NOT_FOUND', 'No QR code of a certificate can be read in the photo.', {
    hints: ['Take it from straight above, in even light, so that the code fills most of the picture.'],
  });
}

function pictureOf(bytes: Uint8Array): Picture {
  const kind = photoKind(bytes);
  if (kind === 'jpeg') return decodeJpeg(bytes);
  if (kind === 'png') return decodePng(bytes);
  throw unreadable('The file is neither JPEG nor PNG.');
}
