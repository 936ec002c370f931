import { Button, Dialog, Facts } from '@eslabon/ui';
import { useState } from 'react';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import { formatCount, formatInstant } from '../../words/format.js';
import { useWords } from '../../words/use-words.js';
import { AnchorFacts, Fingerprint } from '../setup/anchor-facts.js';

export function TrustPanel() {
  const { t, language } = useWords();
  const session = useSession();
  const { settings } = useReady();
  const task = useTask();
  const [isAsking, setIsAsking] = useState(false);
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
        <Button onClick={() => setIsAsking(true)}>{t('settings.replace')}</Button>
      </div>
      {isAsking && (
        <Dialog title={t('settings.replaceTitle')} onClose={() => setIsAsking(false)}>
          <p>{t('settings.replaceText')}</p>
          <div className="row">
            <Button look="danger" onClick={() => void task.run(() => session.resetTrust())}>
              {t('settings.replaceYes')}
            </Button>
            <Button onClick={() => setIsAsking(false)}>{t('common.cancel')}</Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
