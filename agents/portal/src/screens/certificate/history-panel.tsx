import type { HistoryEntry } from '@eslabon/client/contract';
import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { historyDetails } from './history-details.js';

/** Everything that happened to a certificate, the newest first. */
export function HistoryPanel({ history }: { history: readonly HistoryEntry[] }) {
  const { t, language } = useWords();
  return (
    <section className="panel">
      <h2>{t('history.title')}</h2>
      <ol className="history">
        {[...history].reverse().map((entry) => (
          <li key={entry.sequence}>
            <strong>{t(`history.event.${entry.event}`)}</strong>
            <span className="soft small">
              {t('history.by', { actor: entry.actor, at: formatInstant(entry.at, language) })}
            </span>
            {historyDetails(t, language, entry).map((detail) => (
              <span key={detail} className="detail">
                {detail}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
