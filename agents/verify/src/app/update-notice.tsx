import { Button, currentInstallation, Notice, onInstallation } from '@eslabon/ui';
import { useSyncExternalStore } from 'react';
import { useWords } from '../words/use-words.js';

/** A new version waits until the officer has time for it: nothing changes by itself in the middle of a case. */
export function UpdateNotice() {
  const { t } = useWords();
  const { update } = useSyncExternalStore(onInstallation, currentInstallation);
  if (update === undefined) return null;
  return (
    <Notice tone="calm" announce>
      <p>{t('app.update')}</p>
      <div className="row">
        <Button onClick={update}>{t('app.updateNow')}</Button>
      </div>
    </Notice>
  );
}
