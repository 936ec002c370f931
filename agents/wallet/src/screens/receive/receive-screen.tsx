import { PageHeading, Progress, useToast } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useLink } from '../../app/links/use-link.js';
import { goTo } from '../../app/route.js';
import { useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import type { OfferPreview } from '../../session/contract.js';
import { Capture } from '../capture/capture.js';
import { NewLinkDialog } from '../capture/new-link-dialog.js';
import { OfferPanel } from './offer-panel.js';

/** From an offer to a certificate: nothing is asked of the issuer before the person has seen who it is. */
export function ReceiveScreen() {
  const { t } = useWords();
  const session = useSession();
  const say = useToast();
  const task = useTask();
  const [offer, setOffer] = useState<OfferPreview>();
  const read = (text: string) =>
    task.run(async () => {
      setOffer(undefined);
      setOffer(await session.readOffer(text));
    });
  const accept = (txCode: string | undefined) =>
    task.run(async () => {
      const id = await session.acceptOffer(txCode);
      const state = session.state();
      // One that is not given out yet is told of by the page that comes.
      const isHere = state.phase === 'ready' && state.certificates.some((held) => held.id === id);
      if (isHere) say(t('receive.received'));
      goTo({ page: 'certificate', id });
    });
  // Said at the field where it is to be put right.
  const isCodeWrong = offer !== undefined && task.trouble?.code === 'TX_CODE_WRONG';
  const cancel = () => {
    task.clear();
    setOffer(undefined);
  };
  useLink('offer', task.busy || offer !== undefined, (text) => void read(text));

  return (
    <div className="stack loose narrow">
      <PageHeading>{t('receive.title')}</PageHeading>
      {!isCodeWrong && <TroubleNotice trouble={task.trouble} />}
      <NewLinkDialog open="offer" isOpen={offer !== undefined} isBusy={task.busy} onFollow={cancel} />
      {offer !== undefined && (
        <OfferPanel
          offer={offer}
          isBusy={task.busy}
          isCodeWrong={isCodeWrong}
          onAccept={(txCode) => void accept(txCode)}
          onCancel={cancel}
        />
      )}
      {offer === undefined && task.busy && (
        <section className="panel">
          <Progress label={t('receive.reading')} />
        </section>
      )}
      {offer === undefined && !task.busy && (
        <>
          <p>{t('receive.intro')}</p>
          <Capture kind="offer" onText={(text) => void read(text)} />
        </>
      )}
    </div>
  );
}
