import { parseTrustAnchor, type TrustAnchor } from '@eslabon/bundle';
import type { Io } from '../io/io.js';
import { findTrust } from './find-trust.js';
import { readTrustJson } from './read-trust-json.js';

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
  return { path, anchor: parseTrustAnchor(await readTrustJson(io, path)) };
}
