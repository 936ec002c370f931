/**
 * A value that a stranger sent, for a message. Unlike `String(value)` it never throws: an object of JSON may have a
 * member `toString` that is no function.
 * @param most characters that are shown.
 */
export function shown(value: unknown, most = 60): string {
  return textOf(value).slice(0, most);
}

function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value) ?? 'an object';
  } catch {
    // A number of 64 bits inside, as CBOR has them, or an object within itself.
    return 'an object';
  }
}
