import { Button, Progress } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useEffect, useReducer, useRef, useState } from 'react';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleError } from '../../engine/trouble-error.js';
import { AskPanel } from './ask-panel.js';
import { assess, lookUp } from './ask-session.js';
import { FoundList } from './found-list.js';
import { InstantField } from './instant-field.js';
import { NoData } from './no-data.js';
import { NoneFound } from './none-found.js';
import { readPresented } from './read-presented.js';
import { VerdictView } from './verdict-view.js';
import { advance, type PresentedBy, start } from './verify-flow.js';

/** From a document to a verdict. It stays as it is while another page is looked at. */
export function VerifyScreen({ isShown }: { isShown: boolean }) {
  const { t } = useWords();
  const session = useSession();
  const { bundle } = useReady();
  const [flow, send] = useReducer(advance, start);
  const [asked, setAsked] = useState<Date>();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (isShown && (flow.step === 'asking' || flow.step === 'several' || flow.step === 'none')) {
      heading.current?.focus();
    }
  }, [isShown, flow.step]);

  const guarded = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      send({ type: 'failed', trouble: TroubleError.dataOf(error) });
    }
  };
  const decideText = async (text: string, by: PresentedBy) => {
    send({ type: 'work', what: 'verify' });
    send({ type: 'decided', assessment: await assess(session, text, asked), by, asked });
  };

  return (
    <>
      {flow.step !== 'decided' && (
        <h1 ref={heading} tabIndex={-1}>
          {t('verify.title')}
        </h1>
      )}
      {bundle.state !== 'open' && <NoData />}
      {bundle.state === 'open' && flow.step === 'asking' && (
        <>
          <AskPanel
            isShown={isShown}
            trouble={flow.trouble}
            onText={(text, by) => void guarded(() => decideText(text, by))}
            onFile={(file) =>
              void guarded(async () => {
                send({ type: 'work', what: 'qr' });
                const text = await readPresented(session.engine, file);
                await decideText(text, 'file');
              })
            }
            onTin={(query) =>
              void guarded(async () => {
                send({ type: 'work', what: 'verify' });
                send({ type: 'found', answer: await lookUp(session, query, asked), asked });
              })
            }
          />
          <InstantField value={asked} onChange={setAsked} />
        </>
      )}
      {flow.step === 'working' && (
        <section className="panel">
          <Progress label={t(flow.what === 'qr' ? 'verify.readingQr' : 'verify.working')} />
        </section>
      )}
      {flow.step === 'none' && <NoneFound answer={flow.answer} />}
      {flow.step === 'several' && (
        <FoundList answer={flow.answer} onOpen={(assessment) => send({ type: 'open', assessment, asked })} />
      )}
      {flow.step === 'decided' && (
        <VerdictView
          key={`${flow.assessment.sha256}${flow.assessment.verdict.at}`}
          told={flow.assessment}
          presented={{ by: flow.by, sha256: flow.assessment.sha256 }}
          digest={flow.assessment.digest}
          asked={flow.asked}
          again={t('verify.another')}
          onAgain={() => send({ type: 'again' })}
          onBack={flow.list === undefined ? undefined : () => send({ type: 'back' })}
        />
      )}
      {(flow.step === 'none' || flow.step === 'several') && (
        <div className="row">
          <Button look="primary" onClick={() => send({ type: 'again' })}>
            {t('verify.another')}
          </Button>
        </div>
      )}
    </>
  );
}
