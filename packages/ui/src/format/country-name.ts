import type { Language } from '@eslabon/core';
import { locale } from './locale.js';

/** Name of a country; its code where the browser knows no name. */
export function countryName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([locale(language)], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
