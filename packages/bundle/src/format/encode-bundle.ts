import type { BundleContent } from './bundle-content.js';
import { writeContainer } from './container.js';
import { encodePayload } from './payload.js';

/**
 * Writes a bundle file. Deterministic: the same content, in whatever order its sets come, gives the same bytes. Proves
 * nothing: only {@link openBundle} tells whether the content holds.
 * @throws EslabonError BUNDLE_MALFORMED when the content has no canonical form: repeated entries, values out of range.
 */
export function encodeBundle(content: BundleContent): Uint8Array {
  return writeContainer(encodePayload(content));
}
