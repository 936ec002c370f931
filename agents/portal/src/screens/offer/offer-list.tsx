import type { CertificateView, OfferView } from '@eslabon/client/contract';
import { type IconName, StateChip, useToast } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { ActTrouble } from '../../app/act-trouble.js';
import { ConfirmButton } from '../../app/confirm-button.js';
import { useSignedIn } from '../../app/session-context.js';
import { useInstant } from '../../app/use-instant.js';
import { useMay } from '../../app/use-may.js';
import { useTask } from '../../app/use-task.js';
import { offerTimes } from './offer-times.js';

/** How a state looks: as one of the kit's (states.css). */
const looks: Record<OfferView['state'], { look: string; icon: IconName }> = {
  open: { look: 'pending', icon: 'clock' },
  taken: { look: 'valid', icon: 'check' },
  blocked: { look: 'revoked', icon: 'warning' },
  expired: { look: 'expired', icon: 'calendar' },
  withdrawn: { look: 'withdrawn', icon: 'cross' },
  ended: { look: 'unknown', icon: 'unlinked' },
};

interface OfferListProps {
  certificate: CertificateView;
  offers: readonly OfferView[];
  onWithdrawn(): Promise<void>;
}

/** What became of the offers until now. One that is open can be taken back. */
export function OfferList({ certificate, offers, onWithdrawn }: OfferListProps) {
  const { t } = useWords();
  const instant = useInstant();
  const times = offerTimes(offers, instant);
  if (offers.length === 0) return <p className="soft">{t('offer.none')}</p>;
  return (
    <div className="stack tight">
      <h3>{t('offer.listTitle')}</h3>
      <ul className="plain-list offers">
        {offers.map((offer) => (
          <OfferEntry
            key={offer.id}
            id={certificate.id}
            offer={offer}
            when={times.get(offer.id) ?? ''}
            onWithdrawn={onWithdrawn}
          />
        ))}
      </ul>
    </div>
  );
}

interface OfferEntryProps {
  /** Of the certificate. */
  id: string;
  offer: OfferView;
  /** When it was made: no other offer of the list has the same. */
  when: string;
  onWithdrawn(): Promise<void>;
}

function OfferEntry({ id, offer, when, onWithdrawn }: OfferEntryProps) {
  const { t } = useWords();
  const { client } = useSignedIn();
  const may = useMay();
  const task = useTask();
  const toast = useToast();
  const { state, createdBy, mails, copies } = offer;
  const withdraw = () =>
    task.run(async () => {
      try {
        await client.withdrawOffer({ params: { id, offerId: offer.id } });
        toast(t('offer.withdrawn'));
      } finally {
        // Also when somebody was faster: then it is not what it was shown as.
        await onWithdrawn();
      }
    });
  const further = [
    ...(mails > 0 ? [t('offer.mails', { count: mails })] : []),
    ...(copies > 0 ? [t('offer.copies', { count: copies })] : []),
  ];
  return (
    <li data-offer={offer.id}>
      <StateChip state={looks[state].look} icon={looks[state].icon} label={t(`offer.states.${state}`)} />
      <span>{[t('offer.entry', { when, who: createdBy }), ...further].join(' · ')}</span>
      {state === 'open' && may('certificates:offer') && (
        <ConfirmButton
          label={t('offer.withdrawLabel', { when })}
          title={t('offer.withdrawTitle')}
          yes={t('offer.withdrawYes')}
          disabled={task.busy}
          onYes={() => void withdraw()}
        >
          <p>{t('offer.withdrawText')}</p>
        </ConfirmButton>
      )}
      <ActTrouble trouble={task.trouble} />
    </li>
  );
}
