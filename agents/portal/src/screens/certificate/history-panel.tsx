import type { HistoryEntry } from '@eslabon/client/contract';
import { formatCount } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useInstant } from '../../app/use-instant.js';
import { foldReceived } from '../../certificates/fold-received.js';
import { historyDetails } from './history-details.js';

/** Everything that happened to a certificate, the newest first. */
export function HistoryPanel({ history }: { history: readonly HistoryEntry[] }) {
  const { t, language } = useWords();
  const instant = useInstant();
  return (
    <section className="panel">
      <h2>{t('history.title')}</h2>
      <ol className="history">
        {foldReceived(history)
          .reverse()
          .map(({ entry, times, since }) => (
            <li key={entry.sequence}>
              <strong>{t(`history.event.${entry.event}`)}</strong>
              <span className="soft small">
                {t('history.by', { actor: entry.actor, at: instant(entry.at) })}
              </span>
              {times > 1 && (
                <span className="detail">
                  {t('history.repeated', { times: formatCount(times, language), at: instant(since) })}
                </span>
              )}
              {historyDetails({ t, language, instant }, entry).map((detail) => (
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
