import { EslabonError } from '@eslabon/core';
import { startsWithBytes } from './starts-with-bytes.js';

const saveAsCsv = 'Open the file in a spreadsheet program and save it as CSV (UTF-8), then import that file.';

const magics: readonly [readonly number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'an Excel workbook (XLSX) or a ZIP archive'],
  [[0x50, 0x4b, 0x05, 0x06], 'an empty ZIP archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook (XLS) or Word document'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive'],
  [[0x52, 0x61, 0x72, 0x21], 'a RAR archive'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'an RTF document'],
  [[0xfe, 0xff], 'text in big-endian UTF-16'],
];

/**
 * Refuses what cannot be a CSV file before anything is decoded.
 * @param maxBytes Largest size accepted, in bytes.
 * @throws EslabonError REGISTER_EMPTY, REGISTER_TOO_LARGE or REGISTER_BINARY.
 */
export function refuseUnreadable(file: Uint8Array, maxBytes: number): void {
  if (file.length === 0) throw emptyRegister();
  if (file.length > maxBytes) {
    throw new EslabonError(
      'REGISTER_TOO_LARGE',
      `The register has ${file.length} bytes; at most ${maxBytes} are read.`,
      {
        hints: ['Split the register into several files, each with the header row.'],
        details: { bytes: file.length, maxBytes },
      },
    );
  }
  const magic = magics.find(([bytes]) => startsWithBytes(file, bytes));
  if (magic) throw binaryRegister(magic[1]);
  if (!startsWithBytes(file, [0xff, 0xfe]) && file.includes(0)) throw binaryRegister('a binary file');
}

/** The error for a file without any content. */
export function emptyRegister(): EslabonError {
  return new EslabonError('REGISTER_EMPTY', 'The register file is empty.', {
    hints: ['Export the register again and check that the file opens in a text editor.'],
  });
}

/** The error for a file that is something else than a CSV file. */
export function binaryRegister(looksLike: string): EslabonError {
  return new EslabonError('REGISTER_BINARY', `The register is not a CSV file: it looks like ${looksLike}.`, {
    hints: [saveAsCsv],
    details: { looksLike },
  });
}
