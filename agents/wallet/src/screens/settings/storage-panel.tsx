import { Button, Notice } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useEffect, useState } from 'react';

/** Whether the browser may throw away what the wallet keeps. */
export function StoragePanel() {
  const { t } = useWords();
  const [isPersisted, setIsPersisted] = useState<boolean>();
  useEffect(() => {
    // Pages that came over plain http have no storage manager.
    void navigator.storage?.persisted().then(setIsPersisted);
  }, []);
  if (isPersisted === undefined) return null;
  return (
    <section className="panel">
      <h2>{t('settings.storage')}</h2>
      <Notice tone={isPersisted ? 'good' : 'warn'}>
        <p>{t(isPersisted ? 'settings.persisted' : 'settings.notPersisted')}</p>
      </Notice>
      {!isPersisted && (
        <div className="row">
          <Button onClick={() => void navigator.storage.persist().then(setIsPersisted)}>
            {t('settings.ask')}
          </Button>
        </div>
      )}
    </section>
  );
}
