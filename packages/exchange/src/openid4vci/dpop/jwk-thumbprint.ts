import { base64urlEncode, type PublicKey, publicKeyToJwk } from '@eslabon/credentials';
import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256 thumbprint of a key (RFC 7638 §3): over its mandatory members in the order of their names. */
export function jwkThumbprint(key: PublicKey): string {
  const { crv, kty, x, y } = publicKeyToJwk(key);
  const members = JSON.stringify({ crv, kty, x, ...(y !== undefined && { y }) });
  return base64urlEncode(sha256(new TextEncoder().encode(members)));
}
