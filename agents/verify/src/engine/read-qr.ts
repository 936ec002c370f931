import { readQrPicture } from '@eslabon/paper/picture';
import type { Picture } from '@eslabon/ui';

/** Milliseconds for one picture of a camera, which is followed by others, and for a picture from a file. */
const patience = { hasty: 120, patient: 8000 };

/** The text of a certificate’s QR code in a picture, searched as `eslabon verify` does; null when none can be read. */
export function readQr(picture: Picture, patient: boolean): string | null {
  return readQrPicture(picture, { patience: patient ? patience.patient : patience.hasty });
}
