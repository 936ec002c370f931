import { base64urlDecode } from './base64url-decode.js';
import { base64urlEncode } from './base64url-encode.js';

/** Base64 of RFC 4648 §4, padded. */
export function base64Encode(bytes: Uint8Array): string {
  const text = base64urlEncode(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/**
 * Reads base64 with or without its padding; as strict as `base64urlDecode` otherwise.
 * @throws EslabonError CREDENTIAL_MALFORMED
 */
export function base64Decode(text: string): Uint8Array {
  const bare = text.length % 4 === 0 ? text.replace(/={1,2}$/, '') : text;
  // What is not of this alphabet must not become a character of the other.
  const foreign = /[-_]/.test(bare);
  return base64urlDecode(foreign ? `${bare}=` : bare.replaceAll('+', '-').replaceAll('/', '_'));
}
