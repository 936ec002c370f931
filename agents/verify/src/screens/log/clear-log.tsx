import { Button, Dialog } from '@eslabon/ui';
import { useState } from 'react';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import { clearable } from '../../log/clearable.js';
import { useWords } from '../../words/use-words.js';

/** Clears what is somewhere else too, and nothing besides. */
export function ClearLog() {
  const { t } = useWords();
  const session = useSession();
  const { decisions } = useReady();
  const task = useTask();
  const [isAsking, setIsAsking] = useState(false);
  const gone = clearable(decisions);
  const staying = decisions.length - gone.length;
  return (
    <section className="stack">
      <TroubleNotice trouble={task.trouble} />
      <div className="row">
        <Button disabled={gone.length === 0} onClick={() => setIsAsking(true)}>
          {t('log.clear')}
        </Button>
        {gone.length === 0 && <span className="soft">{t('log.clearNot')}</span>}
      </div>
      {isAsking && (
        <Dialog title={t('log.clearTitle', { count: gone.length })} onClose={() => setIsAsking(false)}>
          <p>{t('log.clearText')}</p>
          {staying > 0 && <p>{t('log.clearStay', { count: staying })}</p>}
          <div className="row">
            <Button
              look="danger"
              onClick={() => {
                setIsAsking(false);
                void task.run(() => session.clearDecisions(gone.map(({ id }) => id)));
              }}
            >
              {t('log.clearYes')}
            </Button>
            <Button onClick={() => setIsAsking(false)}>{t('common.cancel')}</Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
