import { Button, Dialog, Notice } from '@eslabon/ui';
import { useState } from 'react';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import { clearable } from '../../log/clearable.js';
import { useWords } from '../../words/use-words.js';

/** For a device that is given away or was lost and found. */
export function WipePanel() {
  const { t } = useWords();
  const session = useSession();
  const { decisions } = useReady();
  const task = useTask();
  const [isAsking, setIsAsking] = useState(false);
  const lost = decisions.length - clearable(decisions).length;
  return (
    <section className="panel">
      <h2>{t('settings.wipe')}</h2>
      <p>{t('settings.wipeText')}</p>
      <TroubleNotice trouble={task.trouble} />
      <div className="row">
        <Button look="danger" onClick={() => setIsAsking(true)}>
          {t('settings.wipe')}
        </Button>
      </div>
      {isAsking && (
        <Dialog title={t('settings.wipeTitle')} onClose={() => setIsAsking(false)}>
          <p>{t('settings.wipeText')}</p>
          {lost > 0 && (
            <Notice tone="warn">
              <p>{t('settings.wipeLog', { count: lost })}</p>
            </Notice>
          )}
          <div className="row">
            <Button look="danger" onClick={() => void task.run(() => session.wipe())}>
              {t('settings.wipeYes')}
            </Button>
            <Button onClick={() => setIsAsking(false)}>{t('common.cancel')}</Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
