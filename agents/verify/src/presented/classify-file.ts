export type FileKind = 'bundle' | 'delta' | 'picture' | 'pdf' | 'cose' | 'text';

/** What a file is, by its first bytes and never by its name: sticks and mail programs change names. */
export function classifyFile(bytes: Uint8Array): FileKind {
  const starts = (...magic: number[]) => magic.every((byte, at) => bytes[at] === byte);
  if (starts(0x45, 0x53, 0x4c, 0x42)) return 'bundle';
  if (starts(0x45, 0x53, 0x4c, 0x44)) return 'delta';
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  // A COSE_Sign1 that is not in base64: tag 18, array of four.
  if (starts(0xd2, 0x84)) return 'cose';
  const isPicture =
    starts(0x89, 0x50, 0x4e, 0x47) || // PNG
    starts(0xff, 0xd8, 0xff) || // JPEG
    starts(0x47, 0x49, 0x46, 0x38) || // GIF
    starts(0x42, 0x4d) || // BMP
    starts(0x49, 0x49, 0x2a, 0x00) || // TIFF
    starts(0x4d, 0x4d, 0x00, 0x2a) ||
    String.fromCharCode(...bytes.subarray(4, 8)) === 'ftyp' || // HEIF and AVIF, of which browsers read some
    (starts(0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57 && bytes[9] === 0x45); // RIFF … WEBP
  return isPicture ? 'picture' : 'text';
}
