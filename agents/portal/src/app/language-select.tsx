import type { Language } from '@eslabon/core';
import { Icon } from '@eslabon/ui';
import { languages, speak, useWords } from '@eslabon/ui/words';
import { useId } from 'react';
import { keepLanguage } from './kept-language.js';

/** The language of everything, in the header. */
export function LanguageSelect() {
  const { t, language } = useWords();
  const id = useId();
  return (
    <span className="language">
      <label htmlFor={id}>
        <Icon name="globe" />
        <span className="hidden-visually">{t('app.language')}</span>
      </label>
      <select
        id={id}
        value={language}
        onChange={({ target }) => {
          keepLanguage(target.value as Language);
          void speak(target.value as Language);
        }}
      >
        {languages.map(({ value, label }) => (
          <option key={value} value={value} lang={value}>
            {label}
          </option>
        ))}
      </select>
    </span>
  );
}
