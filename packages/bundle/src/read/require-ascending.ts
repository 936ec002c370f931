import { EslabonError } from '@eslabon/core';
import type { BlockHeader } from '../header/decode-header.js';

/**
 * Checks that headers follow one another, by number and by time.
 * @throws EslabonError BUNDLE_HEADER
 */
export function requireAscending(headers: readonly BlockHeader[]): void {
  for (const [at, header] of headers.entries()) {
    const before = headers[at - 1];
    if (before === undefined) continue;
    if (header.number > before.number && header.timestamp > before.timestamp) continue;
    throw new EslabonError(
      'BUNDLE_HEADER',
      `The bundle's headers do not ascend: block ${header.number} at ${header.timestamp} stands after block ${before.number} at ${before.timestamp}.`,
      { details: { block: header.number, before: before.number } },
    );
  }
}
