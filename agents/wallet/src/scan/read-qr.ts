import { decodeQR } from 'qr/decode.js';
import type { QrQuestion } from './qr-question.js';

/** Milliseconds for one picture of a camera, which is followed by others, and for a picture from a file. */
const limits = { hasty: 120, patient: 4000 };

/** The text of the first QR code in a picture; null when there is none that can be read. */
export function readQr({ picture, patient }: QrQuestion): string | null {
  try {
    return decodeQR(picture, {
      format: 'RGBA',
      timeLimit: patient ? limits.patient : limits.hasty,
      ...(patient ? { effort: 8 } : {}),
    });
  } catch {
    return null;
  }
}
