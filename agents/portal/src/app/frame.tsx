import { Frame as KitFrame } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import type { ReactNode } from 'react';
import { LanguageSelect } from './language-select.js';

interface FrameProps {
  /** Beside the name of the app: what is true on every page. */
  aside?: ReactNode;
  nav?: ReactNode;
  children: ReactNode;
}

/** What is around every page, in the words of this app. */
export function Frame({ aside, ...rest }: FrameProps) {
  const { t } = useWords();
  const header = (
    <>
      {aside}
      <LanguageSelect />
    </>
  );
  return <KitFrame name={t('app.name')} skip={t('app.skip')} aside={header} {...rest} />;
}
