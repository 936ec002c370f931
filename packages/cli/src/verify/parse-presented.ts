/**
 * What a file presents: a compact JWT as a string, or a JSON value. Whatever it holds goes to the verifier,
 * which says what is wrong with it.
 */
export function parsePresented(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes).trim();
  if (!/^[{["]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
