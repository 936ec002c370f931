import { type ErrorCorrection, encodeQR } from 'qr';

export type { ErrorCorrection };

/** Modules of white around the code (ISO/IEC 18004 §5.3.8). */
const quietZone = 4;

/**
 * The dark modules of a QR code as the path of an SVG, one unit a module, and the side of the square with its quiet
 * zone. Modules that touch in a row are one rectangle: no seams, whatever the scale.
 * @throws Error when the text does not fit into the largest code
 */
export function qrPath(text: string, ecc: ErrorCorrection): { side: number; path: string } {
  const rows = encodeQR(text, 'raw', { ecc, border: quietZone });
  const parts: string[] = [];
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (row[x] !== true) continue;
      const from = x;
      while (row[x + 1] === true) x++;
      const length = x - from + 1;
      parts.push(`M${from} ${y}h${length}v1h-${length}z`);
    }
  });
  return { side: rows.length, path: parts.join('') };
}
