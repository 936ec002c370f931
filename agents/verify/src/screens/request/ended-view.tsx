import { Button, Notice } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { RefusalList } from './refusal-list.js';
import type { RequestFlow } from './request-flow.js';

interface EndedViewProps {
  flow: Extract<RequestFlow, { step: 'declined' | 'expired' | 'lost' }>;
  onAgain(): void;
}

/** There is no verdict: why, and what to do now. */
export function EndedView({ flow, onAgain }: EndedViewProps) {
  const { t } = useWords();
  return (
    <section className="panel">
      {flow.step === 'lost' ? (
        <TroubleNotice trouble={flow.trouble}>
          <p>{t('request.lost', { id: flow.created.id })}</p>
        </TroubleNotice>
      ) : (
        <>
          <Notice tone="calm" title={t(`request.${flow.step}Title`)} announce>
            <p>{t(`request.${flow.step}`)}</p>
          </Notice>
          <RefusalList refusals={flow.seen.refusals} isOpen />
        </>
      )}
      <div className="row">
        <Button look="primary" onClick={onAgain}>
          {t('request.again')}
        </Button>
      </div>
    </section>
  );
}
