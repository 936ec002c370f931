/**
 * What a text presents: a compact token, or a JSON value. Whatever it is goes to the verifier, which says what is
 * wrong with it.
 */
export function parsePresented(text: string): unknown {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (!/^[{["]/.test(trimmed)) return trimmed;
  try {
    return JSON.parse(trimmed);
  } catch {
    return trimmed;
  }
}
