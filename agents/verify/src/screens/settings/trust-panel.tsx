import { Facts } from '@eslabon/ui';
import { formatCount, formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { ConfirmButton } from '../../app/confirm-button.js';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import { AnchorFacts, Fingerprint } from '../setup/anchor-facts.js';

export function TrustPanel() {
  const { t, language } = useWords();
  const session = useSession();
  const { settings } = useReady();
  const task = useTask();
  const { anchor, checkpoint } = settings;
  if (anchor === undefined) return null;
  return (
    <section className="panel">
      <h2>{t('settings.trust')}</h2>
      <Fingerprint value={anchor.fingerprint} />
      <AnchorFacts anchor={anchor.anchor} />
      <Facts
        facts={[
          [t('settings.confirmedAt'), formatInstant(anchor.confirmedAt, language)],
          ...(checkpoint === undefined
            ? []
            : [[t('settings.followed'), formatCount(checkpoint.number, language)] as const]),
        ]}
      />
      <TroubleNotice trouble={task.trouble} />
      <div className="row">
        <ConfirmButton
          label={t('settings.replace')}
          title={t('settings.replaceTitle')}
          yes={t('settings.replaceYes')}
          onYes={() => void task.run(() => session.resetTrust())}
        >
          <p>{t('settings.replaceText')}</p>
        </ConfirmButton>
      </div>
    </section>
  );
}
