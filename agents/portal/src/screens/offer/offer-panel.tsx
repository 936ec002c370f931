import type { CertificateView, Offer } from '@eslabon/client/contract';
import { Button, Icon, Notice, Progress, StepHeading } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useEffect, useRef, useState } from 'react';
import { ActTrouble } from '../../app/act-trouble.js';
import { ConfirmButton } from '../../app/confirm-button.js';
import { MayNot } from '../../app/may-not.js';
import { useSignedIn } from '../../app/session-context.js';
import { StaleNotice } from '../../app/stale-notice.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useMay } from '../../app/use-may.js';
import { useTask } from '../../app/use-task.js';
import { MadeOffer } from './made-offer.js';
import { OfferList } from './offer-list.js';
import { progressOf } from './offer-progress.js';
import { useOffers } from './use-offers.js';

interface OfferPanelProps {
  /** Issued, and not revoked. */
  certificate: CertificateView;
  /** Whether it was issued on this very page: then what comes next is gone on with. */
  isNext: boolean;
  onChanged(): Promise<void>;
}

/** Gives a certificate to a wallet of its company, and shows what became of the offers until now. */
export function OfferPanel({ certificate, isNext, onChanged }: OfferPanelProps) {
  const { t } = useWords();
  const { client, caller } = useSignedIn();
  const may = useMay();
  const task = useTask();
  const [made, setMade] = useState<Offer>();
  const [offers, reload] = useOffers(certificate.id);
  const list = offers.state === 'loaded' ? offers.value : undefined;
  useWhenMoved(list?.map((offer) => `${offer.id} ${progressOf(offer)} ${offer.mails}`).join(), onChanged);
  const seen = list?.find(({ id }) => id === made?.id);
  const isCodeShown = made !== undefined && (seen === undefined || seen.state === 'open');
  const make = () =>
    task.run(async () => {
      try {
        setMade(await client.createOffer({ params: { id: certificate.id } }));
      } finally {
        // Also when no answer came: the offer may have been made, and then stands in the list.
        await reload();
      }
    });
  return (
    <section className="panel">
      {isNext ? <StepHeading>{t('offer.title')}</StepHeading> : <h2>{t('offer.title')}</h2>}
      {!caller.offers && <p>{t('offer.absent')}</p>}
      {caller.offers && !may('certificates:offer') && <MayNot act="offer" />}
      {made !== undefined && (
        <MadeOffer
          key={made.id}
          offer={made}
          seen={seen}
          isLineBroken={offers.state === 'loaded' && offers.trouble !== undefined}
          certificate={certificate}
        />
      )}
      {caller.offers && may('certificates:offer') && (
        <>
          {list?.length === 0 && (
            <Notice tone="calm">
              <p>{t('offer.next')}</p>
            </Notice>
          )}
          {made === undefined && <p className="soft">{t('offer.intro')}</p>}
          <ActTrouble trouble={task.trouble} unsure={t('offer.unsure')} />
          {task.busy ? (
            <Progress label={t('offer.making')} />
          ) : (
            <div className="row">
              {isCodeShown ? (
                <ConfirmButton
                  label={t('offer.another')}
                  title={t('offer.anotherTitle')}
                  yes={t('offer.another')}
                  onYes={() => void make()}
                >
                  <p>{t('offer.anotherText')}</p>
                </ConfirmButton>
              ) : (
                <Button look={made === undefined ? 'primary' : 'plain'} onClick={() => void make()}>
                  <Icon name="send" />
                  {t(made === undefined ? 'offer.make' : 'offer.another')}
                </Button>
              )}
            </div>
          )}
        </>
      )}
      {offers.state === 'failed' && (
        <TroubleNotice trouble={offers.trouble}>
          <div className="row">
            <Button onClick={() => void reload()}>{t('trouble.retry')}</Button>
          </div>
        </TroubleNotice>
      )}
      {made === undefined && offers.state === 'loaded' && (
        <StaleNotice trouble={offers.trouble} onRetry={reload} />
      )}
      {list !== undefined && (list.length > 0 || !may('certificates:offer')) && (
        <OfferList certificate={certificate} offers={list} onWithdrawn={reload} />
      )}
    </section>
  );
}

/** Tells the page when something has happened to an offer: it stands in the history too. */
function useWhenMoved(state: string | undefined, onMoved: () => Promise<void>): void {
  const before = useRef(state);
  const latest = useRef(onMoved);
  latest.current = onMoved;
  useEffect(() => {
    if (before.current !== undefined && before.current !== state) void latest.current();
    before.current = state;
  }, [state]);
}
