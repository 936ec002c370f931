import type { Language } from '@eslabon/core';
import { useTranslation } from 'react-i18next';

/** The words of the language in use, and which it is. */
export function useWords() {
  const { t, i18n } = useTranslation();
  return { t, language: i18n.language as Language };
}
