import { type Picture, pictureOf as readPicture } from '@eslabon/ui';
import { TroubleError } from '../engine/trouble-error.js';

/**
 * The pixels of a picture file.
 * @throws TroubleError PICTURE_UNREADABLE when the browser cannot read it as a picture
 */
export async function pictureOf(file: Blob): Promise<Picture> {
  try {
    return await readPicture(file);
  } catch (error) {
    throw new TroubleError({ code: 'PICTURE_UNREADABLE', message: String(error) });
  }
}
