import { Button, Notice } from '@eslabon/ui';
import { formatCount } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useEffect, useState } from 'react';

interface StorageState {
  persisted: boolean;
  usage: number | undefined;
}

/** Whether the browser may throw the data away, and how much there is. */
export function StoragePanel() {
  const { t, language } = useWords();
  const [state, setState] = useState<StorageState>();
  useEffect(() => {
    void readStorage().then(setState);
  }, []);
  if (state === undefined) return null;
  const ask = async () => {
    await navigator.storage.persist();
    setState(await readStorage());
  };
  return (
    <section className="panel">
      <h2>{t('settings.storage')}</h2>
      <Notice tone={state.persisted ? 'good' : 'warn'}>
        <p>{t(state.persisted ? 'settings.persisted' : 'settings.notPersisted')}</p>
      </Notice>
      {!state.persisted && (
        <div className="row">
          <Button onClick={() => void ask()}>{t('settings.ask')}</Button>
        </div>
      )}
      {state.usage !== undefined && (
        <p className="soft">{t('settings.used', { bytes: formatCount(state.usage, language) })}</p>
      )}
    </section>
  );
}

/** Pages that came over plain http have no storage manager. */
async function readStorage(): Promise<StorageState | undefined> {
  if (navigator.storage === undefined) return undefined;
  const [persisted, { usage }] = await Promise.all([
    navigator.storage.persisted(),
    navigator.storage.estimate(),
  ]);
  return { persisted, usage };
}
