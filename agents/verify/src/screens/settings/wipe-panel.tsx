import { Notice } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { ConfirmButton } from '../../app/confirm-button.js';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import { clearable } from '../../log/clearable.js';

/** For a device that is given away or was lost and found. */
export function WipePanel() {
  const { t } = useWords();
  const session = useSession();
  const { decisions } = useReady();
  const task = useTask();
  const lost = decisions.length - clearable(decisions).length;
  return (
    <section className="panel">
      <h2>{t('settings.wipe')}</h2>
      <p>{t('settings.wipeText')}</p>
      <TroubleNotice trouble={task.trouble} />
      <div className="row">
        <ConfirmButton
          look="danger"
          label={t('settings.wipe')}
          title={t('settings.wipeTitle')}
          yes={t('settings.wipeYes')}
          onYes={() => void task.run(() => session.wipe())}
        >
          <p>{t('settings.wipeText')}</p>
          {lost > 0 && (
            <Notice tone="warn">
              <p>{t('settings.wipeLog', { count: lost })}</p>
            </Notice>
          )}
        </ConfirmButton>
      </div>
    </section>
  );
}
