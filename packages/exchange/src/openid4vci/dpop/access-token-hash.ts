import { base64urlEncode } from '@eslabon/credentials';
import { sha256 } from '@noble/hashes/sha2.js';

/** `ath` of an access token (RFC 9449 §4.2). */
export function accessTokenHash(token: string): string {
  return base64urlEncode(sha256(new TextEncoder().encode(token)));
}
