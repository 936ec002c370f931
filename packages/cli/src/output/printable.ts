/**
 * Control characters, and the marks that reorder or hide text: what comes from a credential, a register or an
 * agent must not be able to move the cursor, recolour a verdict or turn a name around.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Text of others as one line that is safe to show on a terminal. */
export function printable(text: string): string {
  return text.replace(unsafe, '\ufffd');
}
