import { base58btcDecode } from '../encoding/base58btc.js';
import { decodeMultikey } from './decode-multikey.js';
import { keyUnsupported } from './multicodec.js';
import type { PublicKey } from './public-key.js';

/** No supported key needs more than 49 characters; the bound keeps base58 decoding cheap. */
const maxLength = 64;

/**
 * Reads a `publicKeyMultibase` value (`z…`).
 * @throws EslabonError KEY_UNSUPPORTED when it is not base58btc of a supported multikey.
 */
export function parseMultikey(text: string): PublicKey {
  const bytes = text.startsWith('z') && text.length <= maxLength ? base58btcDecode(text.slice(1)) : undefined;
  if (bytes === undefined) {
    throw keyUnsupported(`“${text.slice(0, maxLength)}” is not a multikey in base58btc (z…).`);
  }
  return decodeMultikey(bytes);
}
