import { Button, LiveRegion } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { ConfirmButton } from '../../app/confirm-button.js';
import { addressOf, goTo } from '../../app/route.js';
import { useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import type { CertificateView } from '../../session/contract.js';

export function CertificateActions({ certificate }: { certificate: CertificateView }) {
  const { t } = useWords();
  const session = useSession();
  const task = useTask();
  const [renewed, setRenewed] = useState<boolean>();
  const { id } = certificate;
  const renew = () => {
    setRenewed(undefined);
    return task.run(async () => setRenewed(await session.renew(id)));
  };
  const remove = () =>
    task.run(async () => {
      await session.removeCertificate(id);
      goTo({ page: 'home' });
    });
  return (
    <section className="stack" aria-label={t('certificate.actions')}>
      <TroubleNotice trouble={task.trouble} />
      <LiveRegion>
        {task.busy ? t('certificate.working') : ''}
        {renewed !== undefined && t(renewed ? 'certificate.renewed' : 'certificate.notRenewed')}
      </LiveRegion>
      <div className="row">
        <Button disabled={task.busy} onClick={() => void renew()}>
          {t('certificate.renew')}
        </Button>
        <a className="button" href={addressOf({ page: 'give' })}>
          {t('certificate.delegate')}
        </a>
        <ConfirmButton
          label={t('certificate.remove')}
          title={t('certificate.removeTitle')}
          yes={t('certificate.removeYes')}
          disabled={task.busy}
          onYes={() => void remove()}
        >
          <p>{t('certificate.removeText')}</p>
        </ConfirmButton>
      </div>
    </section>
  );
}
