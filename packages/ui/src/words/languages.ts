import type { Language } from '@eslabon/core';

/** The languages of every app, by their own names. */
export const languages: readonly { value: Language; label: string }[] = [
  { value: 'es', label: 'Español' },
  { value: 'pt', label: 'Português' },
  { value: 'en', label: 'English' },
];

/** The first language that a browser asks for and the apps have; Spanish where they have none of them. */
export function preferredLanguage(asked: readonly string[]): Language {
  for (const tag of asked) {
    const found = languages.find(({ value }) => value === tag.slice(0, 2).toLowerCase());
    if (found !== undefined) return found.value;
  }
  return 'es';
}
