import { useWords } from '@eslabon/ui/words';
import { ConfirmButton } from '../../app/confirm-button.js';
import { useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';

/** For a device that is given away, or one that nobody can unlock any more. */
export function WipePanel() {
  const { t } = useWords();
  const session = useSession();
  const task = useTask();
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
          <p>{t('settings.wipeBackup')}</p>
        </ConfirmButton>
      </div>
    </section>
  );
}
