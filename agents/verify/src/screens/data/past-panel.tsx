import { formatCount } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useReady } from '../../app/session-context.js';

/** Bundles before the one in use, with which questions about the past are answered. */
export function PastPanel() {
  const { t, language } = useWords();
  const { stored, settings } = useReady();
  const past = stored
    .filter(({ digest }) => digest !== settings.current)
    .map(({ blockNumber }) => blockNumber);
  if (past.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('data.pastTitle')}</h2>
      <p>
        {t('data.past', {
          count: past.length,
          first: formatCount(Math.min(...past), language),
          last: formatCount(Math.max(...past), language),
        })}
      </p>
    </section>
  );
}
