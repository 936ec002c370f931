import { readLimited } from '../files/read-limited.js';
import type { Io } from '../io/io.js';

const maxBytes = 1024 * 1024;

/** @throws EslabonError FILE_UNREADABLE, INPUT_TOO_LARGE */
export function readInput(io: Io, file: string, what: string): Promise<Uint8Array> {
  return readLimited(io, file, { maxBytes, what });
}
