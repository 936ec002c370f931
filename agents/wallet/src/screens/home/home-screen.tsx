import { Icon, PageHeading } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { addressOf } from '../../app/route.js';
import { useReady } from '../../app/session-context.js';
import { HeldList } from '../delegations/held-list.js';
import { CertificateCard } from './certificate-card.js';
import { DataPanel } from './data-panel.js';
import { Notices } from './notices.js';
import { PendingCard } from './pending-card.js';

/** What the wallet holds, and what has happened to it. */
export function HomeScreen() {
  const { t } = useWords();
  const { certificates, pending = [], held } = useReady();
  const isEmpty = certificates.length + pending.length + held.length === 0;
  return (
    <>
      <PageHeading>{t('home.title')}</PageHeading>
      <Notices />
      {isEmpty && <Empty />}
      {certificates.length + pending.length > 0 && (
        <ul className="cards">
          {pending.map((each) => (
            <li key={each.id}>
              <PendingCard pending={each} />
            </li>
          ))}
          {certificates.map((certificate) => (
            <li key={certificate.id}>
              <CertificateCard certificate={certificate} />
            </li>
          ))}
        </ul>
      )}
      {held.length > 0 && (
        <section className="stack">
          <h2>{t('held.title')}</h2>
          <HeldList />
        </section>
      )}
      {!isEmpty && (
        <div className="row">
          <a className="button" href={addressOf({ page: 'receive' })}>
            <Icon name="file" />
            {t('home.receive')}
          </a>
        </div>
      )}
      <DataPanel />
    </>
  );
}

function Empty() {
  const { t } = useWords();
  return (
    <section className="panel">
      <h2>{t('home.emptyTitle')}</h2>
      <p>{t('home.empty')}</p>
      <p>{t('home.emptyDriver')}</p>
      <div className="row">
        <a className="button primary" href={addressOf({ page: 'receive' })}>
          {t('home.receive')}
        </a>
        <a className="button" href={addressOf({ page: 'delegations' })}>
          {t('home.askDelegation')}
        </a>
      </div>
    </section>
  );
}
