import { PageHeading, Progress } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useRef } from 'react';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { Earlier } from '../earlier/earlier.js';
import { HistoryItem } from './history-item.js';
import { useHistory } from './use-history.js';

/** What was shown to whom, the newest first. It stands on this device alone. */
export function HistoryScreen() {
  const { t } = useWords();
  const { page, trouble, more } = useHistory();
  const list = useRef<HTMLOListElement>(null);
  return (
    <div className="stack loose narrow">
      <PageHeading>{t('history.title')}</PageHeading>
      <p className="soft">{t('history.intro')}</p>
      <TroubleNotice trouble={trouble} />
      {page === undefined && trouble === undefined && <Progress label={t('history.reading')} />}
      {page?.total === 0 && (
        <section className="panel">
          <h2>{t('history.emptyTitle')}</h2>
          <p>{t('history.empty')}</p>
        </section>
      )}
      {page !== undefined && page.total > 0 && (
        <>
          <ol ref={list} className="plain-list history">
            {page.entries.map((entry) => (
              <li key={entry.id} data-outcome={entry.outcome}>
                <HistoryItem entry={entry} />
              </li>
            ))}
          </ol>
          <Earlier list={list} shown={page.entries.length} total={page.total} onMore={more} />
        </>
      )}
    </div>
  );
}
