import type { Language } from '@eslabon/core';

/** Words that stand in a sentence elsewhere, as an entry of a list of choices. */
export function capitalised(text: string, language: Language): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(language) + rest.join('');
}
