import { base58btcEncode } from '../encoding/base58btc.js';
import { encodeMultikey } from './encode-multikey.js';
import type { JoseKey } from './jose-key.js';

/** The key as `publicKeyMultibase`: `z` and base58btc of the multikey bytes. */
export function formatMultikey(key: JoseKey): string {
  return `z${base58btcEncode(encodeMultikey(key))}`;
}
