/** How a COSE_Sign1 begins that is not in base64: tag 18, array of four. */
const coseSign1 = [0xd2, 0x84];

/**
 * What a file presents: a token as a string, a COSE_Sign1 as bytes, or a JSON value. Whatever it holds goes to the
 * verifier, which says what is wrong with it.
 */
export function parsePresented(bytes: Uint8Array): unknown {
  if (coseSign1.every((byte, at) => bytes[at] === byte)) return bytes;
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes).trim();
  if (!/^[{["]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** UTF-8, or what its byte order mark says: older PowerShells write UTF-16 wherever output goes to a file. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
