import { EslabonError } from '@eslabon/core';
import type { BlockHeader } from '../header/decode-header.js';
import { decodeHeader } from '../header/decode-header.js';

/** @throws EslabonError BUNDLE_HEADER when the bytes are not a block header. */
export function readBlock(header: Uint8Array): BlockHeader {
  try {
    return decodeHeader(header);
  } catch (cause) {
    throw new EslabonError('BUNDLE_HEADER', "The bundle's block header cannot be read.", { cause });
  }
}
