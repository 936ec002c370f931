import { Button, CheckField } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useEffect, useRef, useState } from 'react';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import type { AnchorSummary } from '../../engine/contract.js';
import { AnchorFacts, Fingerprint } from './anchor-facts.js';

interface ConfirmStepProps {
  summary: AnchorSummary;
  onConfirm(summary: AnchorSummary): Promise<void>;
  onReject(): void;
}

/** Trust on first use: nothing counts before somebody has said that they compared it. */
export function ConfirmStep({ summary, onConfirm, onReject }: ConfirmStepProps) {
  const { t } = useWords();
  const task = useTask();
  const [compared, setCompared] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="panel">
      <h2 ref={heading} tabIndex={-1}>
        {t('setup.confirmTitle')}
      </h2>
      <p>{t('setup.confirmIntro')}</p>
      <Fingerprint value={summary.fingerprint} />
      <AnchorFacts anchor={summary.anchor} />
      <TroubleNotice trouble={task.trouble} />
      <CheckField
        label={t('setup.compared')}
        checked={compared}
        onChange={({ target }) => setCompared(target.checked)}
      />
      <div className="row">
        <Button
          look="primary"
          disabled={!compared || task.busy}
          onClick={() => void task.run(() => onConfirm(summary))}
        >
          {t('setup.confirm')}
        </Button>
        <Button onClick={onReject}>{t('setup.reject')}</Button>
      </div>
    </section>
  );
}
