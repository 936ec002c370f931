import { maxBundleBytes } from '../../files/limits.js';
import { readLimited } from '../../files/read-limited.js';
import type { Io } from '../../io/io.js';

/**
 * Reads a bundle or delta file, or standard input when its name is `-`; what it holds is not looked at.
 * @throws EslabonError FILE_UNREADABLE, BUNDLE_TOO_LARGE
 */
export function readBundle(io: Io, file: string, what: 'bundle' | 'delta' = 'bundle'): Promise<Uint8Array> {
  return readLimited(io, file, { maxBytes: maxBundleBytes, what, tooLarge: 'BUNDLE_TOO_LARGE' });
}
