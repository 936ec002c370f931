/** Bytes that the largest QR code holds with the least error correction (ISO/IEC 18004, version 40-L). */
const largest = 2953;

export function fitsQr(text: string): boolean {
  return new TextEncoder().encode(text).length <= largest;
}
