import { Button } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { type ReactNode, useState } from 'react';
import { MayNot } from '../../app/may-not.js';
import { useSignedIn } from '../../app/session-context.js';
import { ActDialog } from '../../forms/act-dialog.js';
import { mayDecide } from './may-decide.js';
import { RejectDialog } from './reject-dialog.js';

interface DecideWaitingProps {
  /** Number of the certificate, so that buttons of several are told apart. */
  number: string;
  proposedBy: string;
  issue: { title: string; text: ReactNode; work(): Promise<void> };
  reject: { title: string; text: string; work(note: string): Promise<void> };
  /** Somebody may have been faster, or nobody knows whether it was done: what is shown is asked for again. */
  onFailed(mayBeDone: boolean): void;
}

/** Issues or rejects what waits; to who may not, it says why, and who may. */
export function DecideWaiting({ number, proposedBy, issue, reject, onFailed }: DecideWaitingProps) {
  const { t } = useWords();
  const { caller } = useSignedIn();
  const [asking, setAsking] = useState<'issue' | 'reject'>();
  const may = mayDecide(caller, proposedBy);
  const close = () => setAsking(undefined);
  if (may === 'nothing') {
    return (
      <>
        {caller.fourEyes && proposedBy === caller.name && <p className="soft">{t('waiting.own')}</p>}
        <MayNot act="issue" />
      </>
    );
  }
  return (
    <>
      {may === 'reject' && <p className="soft">{t('waiting.ownRejectable')}</p>}
      <div className="row">
        {may === 'both' && (
          <Button
            look="primary"
            aria-label={`${t('waiting.issue')} ${number}`}
            onClick={() => setAsking('issue')}
          >
            {t('waiting.issue')}
          </Button>
        )}
        <Button aria-label={`${t('waiting.reject')} ${number}`} onClick={() => setAsking('reject')}>
          {t('waiting.reject')}
        </Button>
      </div>
      {asking === 'issue' && (
        <ActDialog
          title={issue.title}
          yes={t('waiting.issueYes')}
          working={t('waiting.issuing')}
          onClose={close}
          onFailed={onFailed}
          act={() => async () => {
            await issue.work();
            close();
          }}
        >
          {issue.text}
        </ActDialog>
      )}
      {asking === 'reject' && (
        <RejectDialog
          title={reject.title}
          text={reject.text}
          onClose={close}
          onFailed={onFailed}
          onReject={reject.work}
        />
      )}
    </>
  );
}
