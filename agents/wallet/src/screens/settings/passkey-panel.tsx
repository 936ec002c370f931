import { Button, LiveRegion } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import { hasPasskeys } from '../start/has-passkeys.js';

/** Whether somebody who finds this device open can use its keys. */
export function PasskeyPanel() {
  const { t } = useWords();
  const session = useSession();
  const { settings } = useReady();
  const task = useTask();
  if (!hasPasskeys() && !settings.passkey) return null;
  const { passkey } = settings;
  return (
    <section className="panel">
      <h2>{t('settings.passkey')}</h2>
      <p>{t(passkey ? 'settings.passkeyOn' : 'settings.passkeyOff')}</p>
      <TroubleNotice trouble={task.trouble} />
      <LiveRegion>{task.busy ? t('locked.working') : ''}</LiveRegion>
      <div className="row">
        <Button
          disabled={task.busy}
          onClick={() => void task.run(() => session.changeSettings({ passkey: !passkey }))}
        >
          {t(passkey ? 'settings.passkeyRemove' : 'settings.passkeyAdd')}
        </Button>
        {passkey && <Button onClick={() => session.lock()}>{t('settings.lock')}</Button>}
      </div>
    </section>
  );
}
