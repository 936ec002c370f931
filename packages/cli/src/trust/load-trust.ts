import { parseTrustAnchor, type TrustAnchor } from '@eslabon/bundle';
import { EslabonError } from '@eslabon/core';
import { readLimited } from '../files/read-limited.js';
import type { Io } from '../io/io.js';
import { findTrust } from './find-trust.js';

const maxBytes = 1024 * 1024;

export interface LoadedTrust {
  path: string;
  anchor: TrustAnchor;
}

/**
 * Finds and reads the trust anchor.
 * @throws EslabonError TRUST_NOT_FOUND, FILE_UNREADABLE, INPUT_TOO_LARGE or TRUST_MALFORMED.
 */
export async function loadTrust(io: Io, option: string | undefined): Promise<LoadedTrust> {
  const path = await findTrust(io, option);
  const bytes = await readLimited(io, path, { maxBytes, what: 'trust anchor' });
  return { path, anchor: parseTrustAnchor(parseJson(path, bytes)) };
}

function parseJson(path: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new EslabonError('TRUST_MALFORMED', `The trust anchor “${path}” is not JSON.`, { cause });
  }
}
