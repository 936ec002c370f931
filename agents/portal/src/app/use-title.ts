import { useWords } from '@eslabon/ui/words';
import { useEffect } from 'react';

/** What the window is called: after what is on the page, and the app. */
export function useTitle(page: string): void {
  const { t } = useWords();
  const title = `${page} · ${t('app.name')} · Eslabón`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
