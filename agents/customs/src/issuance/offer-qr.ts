import { encodeQR } from 'qr';

/** Modules around the code that scanners need to be light (ISO/IEC 18004 §5.3.8). */
const border = 4;

/** A link as a QR code: for pages, and for terminals, whose letters are light on dark. */
export function offerQr(link: string): { qr: string; qrText: string } {
  return {
    qr: encodeQR(link, 'svg', { ecc: 'medium', border }),
    // Terminals show it small: error correction gives way to larger modules.
    qrText: encodeQR(link, 'ascii', { ecc: 'low', border: 2 }).trimEnd(),
  };
}
