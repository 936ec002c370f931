import { Notice, useNow } from '@eslabon/ui';
import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { isClockBehind } from '../bundles/age-of.js';
import { useReady } from './session-context.js';

/** A clock before what is proven to have happened cannot be right. */
export function ClockNotice() {
  const { t, language } = useWords();
  const { settings } = useReady();
  const now = useNow();
  const { latestSeen } = settings;
  if (latestSeen === undefined || !isClockBehind(latestSeen, now)) return null;
  return (
    <Notice tone="bad" title={t('clock.title')}>
      <p>
        {t('clock.text', {
          now: formatInstant(now * 1000, language),
          seen: formatInstant(latestSeen * 1000, language),
        })}
      </p>
    </Notice>
  );
}
