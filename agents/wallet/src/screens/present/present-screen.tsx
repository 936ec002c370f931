import { PageHeading, Progress } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useLink } from '../../app/links/use-link.js';
import { useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import type { Candidate, RequestPreview } from '../../session/contract.js';
import { Capture } from '../capture/capture.js';
import { NewLinkDialog } from '../capture/new-link-dialog.js';
import { ConsentPanel } from './consent-panel.js';
import { OutcomePanel, type PresentOutcome } from './outcome-panel.js';
import { readWithData } from './read-with-data.js';

/** From a request to an answer: nothing goes before the person has seen who asks, for what, and what would go. */
export function PresentScreen() {
  const { t } = useWords();
  const session = useSession();
  const task = useTask();
  const [request, setRequest] = useState<RequestPreview>();
  const [outcome, setOutcome] = useState<PresentOutcome>();
  // One that nothing answers may go without a question.
  const isOpen = request !== undefined && request.candidates.length > 0;
  const begin = () => {
    task.clear();
    setRequest(undefined);
    setOutcome(undefined);
  };
  const read = (text: string) =>
    task.run(async () => {
      setRequest(undefined);
      setOutcome(undefined);
      setRequest(await readWithData(session, text));
    });
  const finish = (answer: () => Promise<PresentOutcome>) =>
    task.run(async () => {
      try {
        setOutcome(await answer());
      } finally {
        // A request is answered once: after a refusal the verifier has to make another.
        setRequest(undefined);
      }
    });
  const share = (asked: RequestPreview, { kind, id }: Candidate) =>
    finish(async () => ({
      ...(await session.present({ kind, id })),
      declined: false,
      verifier: asked.verifier,
    }));
  const decline = (asked: RequestPreview) =>
    finish(async () => {
      await session.declineRequest();
      return { declined: true, verifier: asked.verifier };
    });
  useLink('request', task.busy || isOpen, (text) => void read(text));

  return (
    <div className="stack loose narrow">
      <PageHeading>{t('present.title')}</PageHeading>
      <TroubleNotice trouble={task.trouble} />
      <NewLinkDialog open="request" isOpen={isOpen} isBusy={task.busy} onFollow={begin} />
      {outcome !== undefined && <OutcomePanel outcome={outcome} onAgain={begin} />}
      {request !== undefined && (
        <ConsentPanel
          request={request}
          isBusy={task.busy}
          onShare={(candidate) => void share(request, candidate)}
          onDecline={() => void decline(request)}
        />
      )}
      {request === undefined && outcome === undefined && task.busy && (
        <section className="panel">
          <Progress label={t('present.reading')} />
        </section>
      )}
      {request === undefined && outcome === undefined && !task.busy && (
        <>
          <p>{t('present.intro')}</p>
          <Capture kind="request" onText={(text) => void read(text)} />
        </>
      )}
    </div>
  );
}
