import { type Picture, pictureOf } from '@eslabon/ui';
import type { Trouble } from '../session/contract.js';
import type { QrReader } from './start-qr-reader.js';

/** Largest picture that is read, in bytes. */
const maxBytes = 32 * 1024 * 1024;

/** The text of the QR code in a picture file, or why there is none. */
export async function textInPicture(read: QrReader, file: Blob): Promise<{ text: string } | Trouble> {
  if (file.size > maxBytes) return { code: 'FILE_TOO_LARGE', message: `${file.size} bytes` };
  let picture: Picture;
  try {
    picture = await pictureOf(file);
  } catch (error) {
    return { code: 'PICTURE_UNREADABLE', message: String(error) };
  }
  const text = await read({ picture, patient: true });
  return text === null ? { code: 'QR_NOT_FOUND', message: 'There is no QR code in it.' } : { text };
}
