import { PageHeading } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useReady } from '../../app/session-context.js';
import { HistoryItem } from './history-item.js';

/** What was shown to whom. It stands on this device alone. */
export function HistoryScreen() {
  const { t } = useWords();
  const { history } = useReady();
  return (
    <div className="stack loose narrow">
      <PageHeading>{t('history.title')}</PageHeading>
      <p className="soft">{t('history.intro')}</p>
      {history.length === 0 ? (
        <section className="panel">
          <h2>{t('history.emptyTitle')}</h2>
          <p>{t('history.empty')}</p>
        </section>
      ) : (
        <ol className="plain-list history">
          {history.map((entry) => (
            <li key={entry.id} data-outcome={entry.outcome}>
              <HistoryItem entry={entry} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
