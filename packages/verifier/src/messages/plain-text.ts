import { shown } from '@eslabon/core';

/** Control characters, line and paragraph separators, and marks that change the direction of the text. */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be removed
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Text that an officer may be shown although a stranger wrote it: on one line, without terminal escapes or reversed
 * writing, and not longer than a name needs.
 */
export function plainText(value: unknown, maxLength = 300): string {
  const text = shown(value, Number.POSITIVE_INFINITY).replace(unprintable, '\u00b7');
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}
