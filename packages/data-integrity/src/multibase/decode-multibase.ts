import { base58btcDecode, base64urlDecode } from '@eslabon/credentials';

/** The bytes of a multibase text that must have the given header: `z` base58btc, `u` base64url; or `undefined`. */
export function decodeMultibase(text: string, header: 'z' | 'u', maxLength: number): Uint8Array | undefined {
  if (text[0] !== header || text.length < 2 || text.length > maxLength) return undefined;
  if (header === 'z') return base58btcDecode(text.slice(1));
  try {
    return base64urlDecode(text.slice(1));
  } catch {
    return undefined;
  }
}
