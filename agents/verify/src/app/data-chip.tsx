import { Icon, type IconName, useNow } from '@eslabon/ui';
import { formatDuration } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { ageOf } from '../bundles/age-of.js';
import { useReady } from './session-context.js';
import { addressOf } from './use-route.js';

const looks = {
  fresh: { icon: 'check', label: 'data.chipFresh' },
  ageing: { icon: 'clock', label: 'data.chipAgeing' },
  stale: { icon: 'warning', label: 'data.chipStale' },
} as const;

/** How old the data are, in words; leads to the page about them. */
export function DataChip() {
  const { t, language } = useWords();
  const { bundle } = useReady();
  const now = useNow();
  if (bundle.state === 'none') return <Chip tone="stale" icon="warning" label={t('data.chipNone')} />;
  if (bundle.state === 'unreadable') {
    return <Chip tone="stale" icon="cross" label={t('data.chipUnreadable')} />;
  }
  const { seconds, freshness, clockBehind } = ageOf(bundle.stored.blockTime, now, bundle.summary.limits);
  if (clockBehind) return <Chip tone="stale" icon="clock" label={t('data.chipClock')} />;
  const { icon, label } = looks[freshness];
  return <Chip tone={freshness} icon={icon} label={t(label, { age: formatDuration(seconds, language) })} />;
}

function Chip({ tone, icon, label }: { tone: string; icon: IconName; label: string }) {
  return (
    <a className={`chip ${tone}`} href={addressOf('data')}>
      <Icon name={icon} />
      {label}
    </a>
  );
}
