import { EslabonError } from '@eslabon/core';
import { readLimited } from '../files/read-limited.js';
import type { Io } from '../io/io.js';

const maxBytes = 1024 * 1024;

/** @throws EslabonError FILE_UNREADABLE, INPUT_TOO_LARGE or TRUST_MALFORMED. */
export async function readTrustJson(io: Io, path: string): Promise<unknown> {
  const bytes = await readLimited(io, path, { maxBytes, what: 'trust anchor' });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new EslabonError('TRUST_MALFORMED', `The trust anchor “${path}” is not JSON.`, { cause });
  }
}
