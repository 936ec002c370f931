import type { CertificateView } from '@eslabon/client/contract';
import type { StatusAction } from '@eslabon/core';
import { Button } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { MayNot } from '../../app/may-not.js';
import { useFocusAfter } from '../../app/use-focus-after.js';
import { useMay } from '../../app/use-may.js';
import { DecisionDialog } from './decision-dialog.js';
import { possibleActions } from './possible-actions.js';

interface DecisionPanelProps {
  /** Issued. */
  certificate: CertificateView;
  onChanged(): Promise<void>;
}

/** Suspends, reinstates and revokes. How far a decision got stands with the status. */
export function DecisionPanel({ certificate, onChanged }: DecisionPanelProps) {
  const { t } = useWords();
  const may = useMay();
  const [action, setAction] = useState<StatusAction>();
  // The button that asked is gone when the status is another.
  const [decided, setDecided] = useState(0);
  const heading = useFocusAfter(decided);
  const { status } = certificate;
  return (
    <section className="panel">
      <h2 ref={heading} tabIndex={-1}>
        {t('decide.title')}
      </h2>
      {status === 'revoked' && <p>{t('decide.final')}</p>}
      {status !== 'revoked' && !may('status:change') && <MayNot act="status" />}
      {status !== null && status !== 'revoked' && may('status:change') && (
        <div className="row">
          {possibleActions(status).map((each) => (
            <Button key={each} look={each === 'revoke' ? 'danger' : 'plain'} onClick={() => setAction(each)}>
              {t(`decide.actions.${each}`)}
            </Button>
          ))}
        </div>
      )}
      {action !== undefined && (
        <DecisionDialog
          action={action}
          certificate={certificate}
          onClose={() => setAction(undefined)}
          onDecided={async () => {
            await onChanged();
            setAction(undefined);
            setDecided((count) => count + 1);
          }}
          onFailed={() => void onChanged()}
        />
      )}
    </section>
  );
}
