/** A sentence as `error_description`: printable ASCII without quotation mark and backslash (RFC 6749 §5.2). */
export function errorDescription(sentence: string): string {
  return sentence
    .replace(/[“”‘’"]/g, "'")
    .replace(/[^\x20-\x7e]|\\/g, '?')
    .slice(0, 500);
}
