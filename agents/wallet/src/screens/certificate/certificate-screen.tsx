import { Notice, PageHeading } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { addressOf } from '../../app/route.js';
import { useReady } from '../../app/session-context.js';
import { CertificateActions } from './certificate-actions.js';
import { CertificateFacts } from './certificate-facts.js';
import { PendingView } from './pending-view.js';
import { RecognisedIn } from './recognised-in.js';
import { StatePanel } from './state-panel.js';

export function CertificateScreen({ id }: { id: string }) {
  const { t } = useWords();
  const { certificates, pending } = useReady();
  const waiting = pending?.find((each) => each.id === id);
  const certificate = certificates.find((held) => held.id === id);
  if (certificate === undefined && waiting !== undefined) return <PendingView pending={waiting} />;
  if (certificate === undefined) {
    return (
      <>
        <PageHeading>{t('certificate.goneTitle')}</PageHeading>
        <Notice tone="calm">
          <p>{t('certificate.gone')}</p>
        </Notice>
        <div className="row">
          <a className="button" href={addressOf({ page: 'home' })}>
            {t('certificate.backHome')}
          </a>
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeading>{certificate.legalName}</PageHeading>
      <StatePanel certificate={certificate} />
      <div className="columns">
        <CertificateFacts certificate={certificate} />
        <RecognisedIn certificate={certificate} />
      </div>
      <CertificateActions certificate={certificate} />
    </>
  );
}
