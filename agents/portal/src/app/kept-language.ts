import type { Language } from '@eslabon/core';
import { languages } from '@eslabon/ui/words';

const name = 'eslabon.portal.language';

/** The language that was chosen on this device; undefined before one was. */
export function keptLanguage(): Language | undefined {
  try {
    const kept = localStorage.getItem(name);
    return languages.find(({ value }) => value === kept)?.value;
  } catch {
    return undefined;
  }
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(name, language);
  } catch {
    // A browser that keeps nothing asks for the language again.
  }
}
