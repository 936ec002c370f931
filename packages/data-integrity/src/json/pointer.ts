/** The pointer to a member or item below another (RFC 6901 §3). */
export function below(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/**
 * The reference tokens of a JSON pointer, or `undefined` when the text is none: it must be empty or begin with `/`,
 * and `~` must be followed by 0 or 1 (RFC 6901 §3, §4).
 */
export function parsePointer(text: string): string[] | undefined {
  if (text === '') return [];
  if (!text.startsWith('/') || /~(?![01])/.test(text)) return undefined;
  return text
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
