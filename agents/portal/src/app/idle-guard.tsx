import { Button, Dialog } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useEffect, useState } from 'react';
import type { Idleness } from '../session/idleness.js';
import { useSession } from './session-context.js';

const signsOfUse = ['pointerdown', 'keydown', 'wheel'] as const;

/** Signs out whoever left the desk. A minute before that it asks, and then only an answer counts as use. */
export function IdleGuard() {
  const { t } = useWords();
  const session = useSession();
  const [idleness, setIdleness] = useState<Idleness>({ state: 'in-use' });
  const isAsking = idleness.state === 'warning';

  useEffect(() => {
    const look = () => {
      const now = session.idleness();
      if (now.state === 'over') session.signOut('idle');
      else setIdleness((before) => (now.state === 'in-use' && before.state === 'in-use' ? before : now));
    };
    const timer = setInterval(look, 1000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [session]);

  useEffect(() => {
    if (isAsking) return;
    const use = () => session.use();
    for (const sign of signsOfUse) addEventListener(sign, use, { passive: true });
    return () => {
      for (const sign of signsOfUse) removeEventListener(sign, use);
    };
  }, [session, isAsking]);

  if (idleness.state !== 'warning') return null;
  const stay = () => {
    session.use();
    setIdleness({ state: 'in-use' });
  };
  return (
    <Dialog title={t('idle.title')} onClose={stay}>
      <p>{t('idle.text')}</p>
      <p role="timer">{t('idle.left', { count: idleness.seconds })}</p>
      <div className="row">
        <Button look="primary" onClick={stay}>
          {t('idle.stay')}
        </Button>
        <Button onClick={() => session.signOut()}>{t('app.signOut')}</Button>
      </div>
    </Dialog>
  );
}
