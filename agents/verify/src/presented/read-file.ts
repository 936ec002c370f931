import { TroubleError } from '../engine/trouble-error.js';

/**
 * Reads a file that the user gave.
 * @throws TroubleError FILE_TOO_LARGE, FILE_EMPTY or FILE_UNREADABLE, as when a stick was pulled out
 */
export async function readFile(file: Blob, maxBytes: number): Promise<Uint8Array> {
  if (file.size > maxBytes) {
    throw new TroubleError({ code: 'FILE_TOO_LARGE', message: `${file.size} bytes, at most ${maxBytes}` });
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new TroubleError({ code: 'FILE_UNREADABLE', message: String(error) });
  }
  if (bytes.length === 0) throw new TroubleError({ code: 'FILE_EMPTY', message: '0 bytes' });
  return bytes;
}
