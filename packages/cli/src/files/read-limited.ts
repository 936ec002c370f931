import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { type ErrorCode, EslabonError } from '@eslabon/core';
import type { Io } from '../io/io.js';
import { whyNot } from './why-not.js';

export interface ReadLimit {
  /** Most bytes that are taken. */
  maxBytes: number;
  /** What the file is, for messages: `credential file`. */
  what: string;
  tooLarge?: ErrorCode;
}

/**
 * Reads a file, or standard input when its name is `-`. Never holds more than the limit, also of a device or a
 * pipe that does not end.
 * @throws EslabonError FILE_UNREADABLE; INPUT_TOO_LARGE (or the code asked for) past the limit.
 */
export async function readLimited(io: Io, file: string, limit: ReadLimit): Promise<Uint8Array> {
  // One byte past the limit tells "too large" from "just fits".
  const source = file === '-' ? io.stdin : createReadStream(resolve(io.cwd, file), { end: limit.maxBytes });
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of source) {
      length += chunk.length;
      if (length > limit.maxBytes) throw tooLarge(file, limit);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof EslabonError) throw cause;
    throw unreadable(file, limit, cause);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function tooLarge(file: string, { maxBytes, what, tooLarge: code = 'INPUT_TOO_LARGE' }: ReadLimit) {
  return new EslabonError(code, `The ${what} ${nameOf(file)} is larger than ${maxBytes} bytes.`, {
    hints: ['Is it the right file?'],
  });
}

function unreadable(file: string, { what }: ReadLimit, cause: unknown): EslabonError {
  return new EslabonError(
    'FILE_UNREADABLE',
    `The ${what} ${nameOf(file)} cannot be read: ${whyNot(cause)}.`,
    { cause },
  );
}

function nameOf(file: string): string {
  return file === '-' ? 'on standard input' : `“${file}”`;
}
