import type { Language } from '@eslabon/core';
import { locale } from './locale.js';

/** A number with the separators of the language. */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(locale(language)).format(count);
}
