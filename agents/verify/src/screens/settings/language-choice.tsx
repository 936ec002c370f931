import { Segments } from '@eslabon/ui';
import { useSession } from '../../app/session-context.js';
import { languages } from '../../words/languages.js';
import { speak } from '../../words/start-words.js';
import { useWords } from '../../words/use-words.js';

export function LanguageChoice() {
  const { t, language } = useWords();
  const session = useSession();
  return (
    <Segments
      legend={t('settings.language')}
      segments={languages.map((entry) => ({ ...entry, lang: entry.value }))}
      value={language}
      onChange={(value) => {
        void speak(value);
        void session.changeSettings({ language: value });
      }}
    />
  );
}
