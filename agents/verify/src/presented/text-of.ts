import { decodeText } from '@eslabon/core';
import { TroubleError } from '../engine/trouble-error.js';
import type { FileKind } from './classify-file.js';
import { limits } from './limits.js';

/**
 * The text that a file presents which is no picture: its own, or base64 of a COSE_Sign1.
 * @throws TroubleError FILE_DATA for a bundle or delta, FILE_PDF, FILE_TOO_LARGE
 */
export function textOf(bytes: Uint8Array, kind: Exclude<FileKind, 'picture'>): string {
  if (kind === 'bundle' || kind === 'delta') {
    throw new TroubleError({ code: 'FILE_DATA', message: `This file is a ${kind}.` });
  }
  // A page may well be genuine: a verdict on its file would hold against the company that it is not read.
  if (kind === 'pdf') throw new TroubleError({ code: 'FILE_PDF', message: 'This file is a PDF.' });
  if (bytes.length > limits.credential) {
    throw new TroubleError({ code: 'FILE_TOO_LARGE', message: `${bytes.length} bytes` });
  }
  if (kind === 'cose') return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return decodeText(bytes);
}
