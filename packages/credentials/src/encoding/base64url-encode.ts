const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url without padding (RFC 4648 §5, RFC 7515 §2). */
export function base64urlEncode(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const rest = bytes.length - at;
    const group =
      ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (rest > 2 ? (bytes[at + 2] as number) : 0);
    text += alphabet.charAt(group >>> 18) + alphabet.charAt((group >>> 12) & 63);
    if (rest > 1) text += alphabet.charAt((group >>> 6) & 63);
    if (rest > 2) text += alphabet.charAt(group & 63);
  }
  return text;
}
