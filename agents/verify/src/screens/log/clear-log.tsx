import { useWords } from '@eslabon/ui/words';
import { ConfirmButton } from '../../app/confirm-button.js';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import { clearable } from '../../log/clearable.js';

/** Clears what is somewhere else too, and nothing besides. */
export function ClearLog() {
  const { t } = useWords();
  const session = useSession();
  const { decisions } = useReady();
  const task = useTask();
  const gone = clearable(decisions);
  const staying = decisions.length - gone.length;
  return (
    <section className="stack">
      <TroubleNotice trouble={task.trouble} />
      <div className="row">
        <ConfirmButton
          label={t('log.clear')}
          title={t('log.clearTitle', { count: gone.length })}
          yes={t('log.clearYes')}
          disabled={gone.length === 0}
          onYes={() => void task.run(() => session.clearDecisions(gone.map(({ id }) => id)))}
        >
          <p>{t('log.clearText')}</p>
          {staying > 0 && <p>{t('log.clearStay', { count: staying })}</p>}
        </ConfirmButton>
        {gone.length === 0 && <span className="soft">{t('log.clearNot')}</span>}
      </div>
    </section>
  );
}
