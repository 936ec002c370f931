import { EslabonError } from '@eslabon/core';

const none = 255;

/** Value of every character of ASCII. A table of bytes: whole messages go through here. */
const values = new Uint8Array(128).fill(none);
for (const [value, character] of [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
].entries()) {
  values[character.charCodeAt(0)] = value;
}

/**
 * Reads base64url as RFC 7515 §2 writes it: no padding, no whitespace, no other alphabet, and the unused bits of the
 * last character zero, so that every byte string has exactly one text.
 * @throws EslabonError CREDENTIAL_MALFORMED
 */
export function base64urlDecode(text: string): Uint8Array {
  if (text.length % 4 === 1) throw malformed(text, 'its length is impossible');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let buffer = 0;
  let bits = 0;
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const value = values[text.charCodeAt(at)] ?? none;
    if (value === none) throw malformed(text, `character ${at + 1} is not of its alphabet`);
    buffer = ((buffer & 0xff) << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (buffer >>> bits) & 0xff;
    }
  }
  if ((buffer & ((1 << bits) - 1)) !== 0) throw malformed(text, 'its unused last bits are not zero');
  return bytes;
}

function malformed(text: string, why: string): EslabonError {
  const shown = text.length > 24 ? `${text.slice(0, 24)}…` : text;
  return new EslabonError('CREDENTIAL_MALFORMED', `“${shown}” is not base64url: ${why}.`, {
    hints: ['Base64url here has no padding, no spaces and no line breaks (RFC 7515 §2).'],
  });
}
