import { LanguageChoice as KitLanguageChoice, useWords } from '@eslabon/ui/words';
import { useSession } from '../../app/session-context.js';

export function LanguageChoice() {
  const { t } = useWords();
  const session = useSession();
  return (
    <KitLanguageChoice
      legend={t('settings.language')}
      onChange={(language) => void session.changeSettings({ language })}
    />
  );
}
