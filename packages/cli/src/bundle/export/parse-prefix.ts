import { EslabonError } from '@eslabon/core';

/** @throws EslabonError INPUT_INVALID unless every file system takes it. */
export function parsePrefix(text: string): string {
  if (/^[a-z][a-z0-9-]{0,39}$/.test(text)) return text;
  throw new EslabonError('INPUT_INVALID', `File names cannot begin with “${text}”.`, {
    hints: ['It may have lower-case letters, digits and -, up to 40 of them, and begins with a letter.'],
  });
}
