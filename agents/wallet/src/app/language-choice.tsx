import type { Language } from '@eslabon/core';
import { Segments } from '@eslabon/ui';
import { languages } from '../words/languages.js';
import { speak } from '../words/start-words.js';
import { useWords } from '../words/use-words.js';

/** @param onChange for who keeps the choice; before there is a wallet nobody does */
export function LanguageChoice({ onChange }: { onChange?(language: Language): void }) {
  const { t, language } = useWords();
  return (
    <Segments
      legend={t('settings.language')}
      segments={languages.map((entry) => ({ ...entry, lang: entry.value }))}
      value={language}
      onChange={(value) => {
        void speak(value);
        onChange?.(value);
      }}
    />
  );
}
