import type { Language } from '@eslabon/core';
import { Segments } from '../controls/segments.js';
import { languages } from './languages.js';
import { speak } from './start-words.js';
import { useWords } from './use-words.js';

interface LanguageChoiceProps {
  legend: string;
  /** For who keeps the choice. */
  onChange?(language: Language): void;
}

/** The languages, each by its own name; everything is in the chosen one at once. */
export function LanguageChoice({ legend, onChange }: LanguageChoiceProps) {
  const { language } = useWords();
  return (
    <Segments
      legend={legend}
      segments={languages.map((entry) => ({ ...entry, lang: entry.value }))}
      value={language}
      onChange={(value) => {
        void speak(value);
        onChange?.(value);
      }}
    />
  );
}
