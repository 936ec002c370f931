import { decode } from 'jpeg-js';
import type { Picture } from '../picture/picture.js';
import { maxScans, photoLimits } from './limits.js';
import { unreadable } from './unreadable.js';

/** The pixels of a JPEG. @throws EslabonError PICTURE_UNREADABLE */
export function decodeJpeg(bytes: Uint8Array): Picture {
  if (scans(bytes) > maxScans) throw unreadable('The JPEG has more scans than any camera makes.');
  try {
    return decode(bytes, {
      ...{ useTArray: true, formatAsRGBA: true, tolerantDecoding: true },
      ...{ maxResolutionInMP: photoLimits.pixels / 1_000_000, maxMemoryUsageInMB: 1_024 },
    });
  } catch (cause) {
    throw unreadable('The JPEG cannot be read.', cause);
  }
}

/** How often the marker “start of scan” stands in the file: in data of a scan the byte after ff is 00. */
function scans(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0xff); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    if (bytes[at + 1] === 0xda) count += 1;
  }
  return count;
}
