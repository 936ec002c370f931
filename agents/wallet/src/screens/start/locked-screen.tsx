import { Button, PageHeading, Progress } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { Frame } from '../../app/frame.js';
import { useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import type { Settings } from '../../session/contract.js';
import { WipePanel } from '../settings/wipe-panel.js';

/** A passkey stands before the keys. Who has lost it can still start anew from a backup. */
export function LockedScreen({ settings }: { settings: Settings }) {
  const { t } = useWords();
  const session = useSession();
  const task = useTask();
  return (
    <Frame aside={<span className="device">{settings.deviceName}</span>}>
      <div className="stack loose narrow centred">
        <PageHeading>{t('locked.title')}</PageHeading>
        <section className="panel">
          <p>{t('locked.text')}</p>
          <TroubleNotice trouble={task.trouble} />
          {task.busy ? (
            <Progress label={t('locked.working')} />
          ) : (
            <div className="row">
              <Button look="primary" onClick={() => void task.run(() => session.unlock())}>
                {t('locked.unlock')}
              </Button>
            </div>
          )}
        </section>
        <details>
          <summary>{t('locked.lost')}</summary>
          <div className="stack">
            <p>{t('locked.lostText')}</p>
            <WipePanel />
          </div>
        </details>
      </div>
    </Frame>
  );
}
