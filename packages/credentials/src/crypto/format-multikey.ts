import { base58btcEncode } from '../encoding/base58btc.js';
import { encodeMultikey } from './encode-multikey.js';
import type { PublicKey } from './public-key.js';

/** The key as `publicKeyMultibase`: `z` and base58btc of the multikey bytes. */
export function formatMultikey(key: PublicKey): string {
  return `z${base58btcEncode(encodeMultikey(key))}`;
}
