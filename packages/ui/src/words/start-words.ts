import type { Language } from '@eslabon/core';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { preferredLanguage } from './languages.js';
import { shownText } from './shown-text.js';
import type { WordTree } from './wording.js';

/**
 * Begins in the language of the browser or the one given, and keeps the `lang` of the document right.
 * @param words all words of the app, in every language. The keys are typed by the app's own `i18next.d.ts`
 */
export async function startWords(
  words: Record<Language, WordTree>,
  language: Language = preferredLanguage(navigator.languages),
): Promise<void> {
  i18next.on('languageChanged', (spoken) => {
    document.documentElement.lang = spoken;
  });
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: {
      en: { translation: words.en },
      es: { translation: words.es },
      pt: { translation: words.pt },
    },
    // React escapes what it shows. What is put into a sentence must not turn the rest of it round.
    interpolation: { escapeValue: true, escape: shownText },
    returnNull: false,
  });
}

/** Changes the language of everything that is shown. */
export async function speak(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
}
