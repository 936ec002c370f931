import type { StatusChangeView } from '@eslabon/client/contract';
import { LiveRegion, Notice } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useRef } from 'react';
import { useInstant } from '../../app/use-instant.js';
import { isUnderWay } from './is-under-way.js';

interface PendingChangesProps {
  /** In the order of their effect. */
  changes: readonly StatusChangeView[];
}

/** Changes that the chain has not confirmed yet: how far each got. When one gets there, that is said. */
export function PendingChanges({ changes }: PendingChangesProps) {
  const underWay = changes.some(({ state }) => isUnderWay(state));
  const hasFailed = changes.some(({ state }) => state === 'failed');
  const wasUnderWay = useRef(false);
  if (underWay) wasUnderWay.current = true;
  const { t } = useWords();
  return (
    <LiveRegion className="stack tight">
      {wasUnderWay.current && !underWay && !hasFailed && (
        <Notice tone="good">
          <p>{t('change.confirmed')}</p>
        </Notice>
      )}
      {changes.map((change) => (
        <PendingChange key={change.id} change={change} />
      ))}
    </LiveRegion>
  );
}

function PendingChange({ change }: { change: StatusChangeView }) {
  const { t } = useWords();
  const instant = useInstant();
  const title = t(`change.${change.state}`, { at: instant(change.effectiveAt) });
  return (
    <Notice tone={change.state === 'failed' ? 'bad' : 'warn'} title={title}>
      <p>{t(`change.of.${change.action}`, { by: change.decidedBy })}</p>
      {change.note !== null && (
        <details>
          <summary>{t('change.note')}</summary>
          <p className="mono small" lang="en">
            {change.note}
          </p>
        </details>
      )}
    </Notice>
  );
}
