import { Button, Facts, LiveRegion, PageHeading } from '@eslabon/ui';
import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { ConfirmButton } from '../../app/confirm-button.js';
import { goTo } from '../../app/route.js';
import { useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import type { PendingCertificate } from '../../session/contract.js';

/** Waiting for the issuer. The wallet asks again by itself; nobody has to stay on this page. */
export function PendingView({ pending }: { pending: PendingCertificate }) {
  const { t, language } = useWords();
  const session = useSession();
  const task = useTask();
  const { id, issuer, since, trouble } = pending;
  const remove = () =>
    task.run(async () => {
      await session.removeCertificate(id);
      goTo({ page: 'home' });
    });
  return (
    <div className="stack loose narrow">
      <PageHeading>{t('pending.title')}</PageHeading>
      <section className="panel">
        <p>{t('pending.text')}</p>
        <Facts
          facts={[
            [t('receive.issuer'), issuer.name],
            [t('receive.issuerUrl'), issuer.url],
            [t('pending.since'), formatInstant(since, language)],
          ]}
        />
        <TroubleNotice trouble={task.trouble ?? trouble} />
        <LiveRegion>{task.busy ? t('certificate.working') : ''}</LiveRegion>
        <div className="row">
          <Button disabled={task.busy} onClick={() => void task.run(() => session.refresh())}>
            {t('pending.ask')}
          </Button>
          <ConfirmButton
            label={t('pending.stop')}
            title={t('pending.stopTitle')}
            yes={t('pending.stop')}
            disabled={task.busy}
            onYes={() => void remove()}
          >
            <p>{t('pending.stopText')}</p>
          </ConfirmButton>
        </div>
      </section>
    </div>
  );
}
