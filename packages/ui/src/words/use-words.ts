import type { Language } from '@eslabon/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

export type Translate = TFunction;

/** The words of the language in use, and which it is. */
export function useWords(): { t: Translate; language: Language } {
  const { t, i18n } = useTranslation();
  return { t, language: i18n.language as Language };
}
