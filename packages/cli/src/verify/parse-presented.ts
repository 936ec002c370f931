import { decodeText } from '@eslabon/core';

/** How a COSE_Sign1 begins that is not in base64: tag 18, array of four. */
const coseSign1 = [0xd2, 0x84];

/**
 * What a file presents: a token as a string, a COSE_Sign1 as bytes, or a JSON value. Whatever it holds goes to the
 * verifier, which says what is wrong with it.
 */
export function parsePresented(bytes: Uint8Array): unknown {
  if (coseSign1.every((byte, at) => bytes[at] === byte)) return bytes;
  const text = decodeText(bytes).trim();
  if (!/^[{["]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
