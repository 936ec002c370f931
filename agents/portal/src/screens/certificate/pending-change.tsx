import type { StatusChangeView } from '@eslabon/client/contract';
import { LiveRegion, Notice } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useRef } from 'react';
import { useInstant } from '../../app/use-instant.js';

/** A change that the chain has not confirmed yet: how far it got. When it gets there, that is said. */
export function PendingChange({ change }: { change: StatusChangeView | null }) {
  const { t } = useWords();
  const instant = useInstant();
  const wasPending = useRef(false);
  if (change !== null && change.state !== 'scheduled') wasPending.current = true;
  if (change === null) {
    return (
      <LiveRegion>
        {wasPending.current && (
          <Notice tone="good">
            <p>{t('change.confirmed')}</p>
          </Notice>
        )}
      </LiveRegion>
    );
  }
  const title = t(`change.${change.state}`, { at: instant(change.effectiveAt) });
  return (
    <LiveRegion>
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
    </LiveRegion>
  );
}
