import { useNow } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { clockTime } from './clock-time.js';

/** How long a request can still be answered. Not read out every second; what matters is said when it is over. */
export function Countdown({ until }: { until: number }) {
  const { t } = useWords();
  const now = useNow(1000);
  return (
    <p role="timer" className="countdown">
      {t('request.countdown', { time: clockTime(until / 1000 - now) })}
    </p>
  );
}
