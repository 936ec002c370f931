import { Progress } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useEffect, useRef } from 'react';
import { VerdictView } from '../verify/verdict-view.js';
import { EndedView } from './ended-view.js';
import { PresentationFacts } from './presentation-facts.js';
import { RequestForm } from './request-form.js';
import { useRequest } from './use-request.js';
import { WaitingView } from './waiting-view.js';

/** From a question to a company to a verdict. It goes on while another page is looked at. */
export function RequestScreen({ isShown }: { isShown: boolean }) {
  const { t } = useWords();
  const { flow, ask, again } = useRequest();
  const heading = useRef<HTMLHeadingElement>(null);
  const { step } = flow;

  useEffect(() => {
    if (isShown && step !== 'creating') heading.current?.focus();
  }, [isShown, step]);

  if (flow.step === 'decided') {
    const { seen, told } = flow;
    return (
      <VerdictView
        key={seen.id}
        told={told}
        presented={{ by: 'wallet', request: seen.id }}
        again={t('request.another')}
        onAgain={again}
      >
        <PresentationFacts seen={seen} verdict={told.verdict} />
      </VerdictView>
    );
  }
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('request.title')}
      </h1>
      {flow.step === 'asking' && (
        <RequestForm trouble={flow.trouble} onAsk={(body, apiKey) => void ask(body, apiKey)} />
      )}
      {flow.step === 'creating' && (
        <section className="panel">
          <Progress label={t('request.creating')} />
        </section>
      )}
      {flow.step === 'waiting' && <WaitingView flow={flow} onAgain={again} />}
      {(flow.step === 'declined' || flow.step === 'expired' || flow.step === 'lost') && (
        <EndedView flow={flow} onAgain={again} />
      )}
    </>
  );
}
