import { type ErrorCode, EslabonError } from '@eslabon/core';
import { readLimited } from '../files/read-limited.js';
import type { Io } from '../io/io.js';

const maxBytes = 1024 * 1024;

/**
 * Reads a file of at most 1 MiB as JSON.
 * @throws EslabonError FILE_UNREADABLE, INPUT_TOO_LARGE; the code that is given when it is not JSON
 */
export async function readJson(
  io: Io,
  file: string,
  { what, code }: { what: string; code: ErrorCode },
): Promise<unknown> {
  const bytes = await readLimited(io, file, { maxBytes, what });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new EslabonError(code, `The ${what} “${file}” is not JSON.`, { cause });
  }
}
