import type { Engine } from '../../engine/start-engine.js';
import { TroubleError } from '../../engine/trouble-error.js';
import { classifyFile } from '../../presented/classify-file.js';
import { limits } from '../../presented/limits.js';
import { pictureOf } from '../../presented/picture-of.js';
import { readFile } from '../../presented/read-file.js';
import { textOf } from '../../presented/text-of.js';

/**
 * The text that a file presents: its own, or that of the QR code in a picture.
 * @throws TroubleError FILE_…, PICTURE_UNREADABLE, QR_NOT_FOUND
 */
export async function readPresented(engine: Engine, file: File): Promise<string> {
  const bytes = await readFile(file, limits.picture);
  const kind = classifyFile(bytes);
  if (kind !== 'picture') return textOf(bytes, kind);
  const text = await engine('readQr', { picture: await pictureOf(file), patient: true });
  if (text === null) throw new TroubleError({ code: 'QR_NOT_FOUND', message: 'There is no QR code in it.' });
  return text;
}
