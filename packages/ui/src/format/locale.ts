import type { Language } from '@eslabon/core';

/** Spanish and Portuguese as the administrations write them. */
export function locale(language: Language): string {
  return { es: 'es-419', pt: 'pt-BR', en: 'en-GB' }[language];
}
