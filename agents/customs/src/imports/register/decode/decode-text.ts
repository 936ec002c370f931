import { EslabonError } from '@eslabon/core';
import { binaryRegister, emptyRegister } from '../sniff/refuse-unreadable.js';
import { startsWithBytes } from '../sniff/starts-with-bytes.js';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'windows-1252';

export interface DecodedText {
  encoding: Encoding;
  /** Without byte order mark. */
  text: string;
}

/**
 * Decodes a register: by its byte order mark, else as strict UTF-8, else as Windows-1252, which accepts any byte.
 * @throws EslabonError REGISTER_SYNTAX when the text contradicts its byte order mark, REGISTER_EMPTY when only
 * white space is left, REGISTER_BINARY when the text is markup or holds NUL characters.
 */
export function decodeText(file: Uint8Array): DecodedText {
  const decoded = decode(file);
  if (decoded.text.trim() === '') throw emptyRegister();
  if (/^\s*<[a-z!?]/i.test(decoded.text)) throw binaryRegister('an HTML or XML page');
  if (decoded.text.includes('\0')) throw binaryRegister('a binary file');
  return decoded;
}

function decode(file: Uint8Array): DecodedText {
  if (startsWithBytes(file, [0xff, 0xfe])) return { encoding: 'utf-16le', text: strict(file, 'utf-16le') };
  if (startsWithBytes(file, [0xef, 0xbb, 0xbf]))
    return { encoding: 'utf-8-bom', text: strict(file, 'utf-8') };
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(file) };
  } catch {
    return { encoding: 'windows-1252', text: new TextDecoder('windows-1252').decode(file) };
  }
}

/** Decodes what its byte order mark announces; TextDecoder drops the mark. */
function strict(file: Uint8Array, encoding: 'utf-8' | 'utf-16le'): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch (cause) {
    throw new EslabonError(
      'REGISTER_SYNTAX',
      `The register begins with the byte order mark of ${encoding} but goes on in another encoding.`,
      { hints: ['Save the file again as CSV (UTF-8).'], cause, details: { encoding } },
    );
  }
}
