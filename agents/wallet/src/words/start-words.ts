import type { Language } from '@eslabon/core';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.js';
import { es } from './es.js';
import { preferredLanguage } from './languages.js';
import { pt } from './pt.js';

/** Begins in the language of the browser, and keeps the `lang` of the document right. */
export async function startWords(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next.use(initReactI18next).init({
    lng: preferredLanguage(navigator.languages),
    resources: { en: { translation: en }, es: { translation: es }, pt: { translation: pt } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

export async function speak(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
}
