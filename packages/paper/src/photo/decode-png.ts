import { PNG } from 'pngjs';
import type { Picture } from '../picture/picture.js';
import { photoLimits } from './limits.js';
import { unreadable } from './unreadable.js';

/** Where the header IHDR has what is needed here (PNG §11.2.2), after signature, length and type. */
const header = { width: 16, height: 20, interlace: 28, end: 33 } as const;

/** The pixels of a PNG, whose size is known before anything is inflated. @throws EslabonError PICTURE_UNREADABLE */
export function decodePng(bytes: Uint8Array): Picture {
  if (bytes.length < header.end) throw unreadable('The PNG ends within its header.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(header.width), view.getUint32(header.height)];
  if (width * height > photoLimits.pixels) {
    throw unreadable(`The PNG has ${width} × ${height} pixels; at most ${photoLimits.pixels} are read.`);
  }
  // Of interlaced pictures the library would inflate whatever is there.
  if (bytes[header.interlace] !== 0) throw unreadable('The PNG is interlaced, which no camera does.');
  try {
    return PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (cause) {
    throw unreadable('The PNG cannot be read.', cause);
  }
}
