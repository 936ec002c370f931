import type { CertificateView, Offer, OfferView } from '@eslabon/client/contract';
import { Icon, type IconName, LiveRegion, StepHeading } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useRef } from 'react';
import { useInstant } from '../../app/use-instant.js';
import { CodePart } from './code-part.js';
import { LinkPart } from './link-part.js';
import { MailPart } from './mail-part.js';
import { type OfferProgress, progressOf } from './offer-progress.js';

const icons: Record<OfferProgress, IconName> = {
  open: 'clock',
  taken: 'people',
  received: 'check',
  blocked: 'cross',
  expired: 'calendar',
  withdrawn: 'cross',
  ended: 'unlinked',
};

interface MadeOfferProps {
  offer: Offer;
  /** As the agent told last; undefined until it has told for the first time. */
  seen: OfferView | undefined;
  isLineBroken: boolean;
  certificate: CertificateView;
}

/** An offer that was made just now: what goes to the company by which way, and what has become of it since. */
export function MadeOffer({ offer, seen, isLineBroken, certificate }: MadeOfferProps) {
  const { t } = useWords();
  const instant = useInstant();
  const progress = seen === undefined ? 'open' : progressOf(seen);
  const when = seen?.takenAt == null ? '' : instant(seen.takenAt);
  const wrongCodes = useWrongCodes(seen);
  return (
    <div className="stack">
      <StepHeading>{t(progress === 'open' ? 'offer.readyTitle' : 'offer.overTitle')}</StepHeading>
      <LiveRegion className="stack tight">
        <p className="offer-now" data-progress={progress}>
          <Icon name={icons[progress]} />
          <span>{t(`offer.now.${progress}`, { when })}</span>
        </p>
        {progress === 'open' && wrongCodes && (
          <p className="offer-now">
            <Icon name="warning" />
            <span>{t('offer.wrongCodes', { count: seen?.attemptsLeft ?? 0 })}</span>
          </p>
        )}
        {isLineBroken && (
          <p className="offer-now">
            <Icon name="unlinked" />
            <span>{t('offer.lineBroken')}</span>
          </p>
        )}
      </LiveRegion>
      {progress === 'open' && (
        <>
          <p className="soft">{t('offer.until', { when: instant(offer.expiresAt) })}</p>
          <div className="columns">
            <LinkPart walletUrl={offer.walletUrl} />
            <CodePart txCode={offer.txCode} />
          </div>
          <MailPart offer={offer} certificate={certificate} />
        </>
      )}
    </div>
  );
}

/** Whether somebody has typed a wrong code: fewer are left than when the offer was seen first. */
function useWrongCodes(seen: OfferView | undefined): boolean {
  const first = useRef<number>(undefined);
  first.current ??= seen?.attemptsLeft;
  return seen !== undefined && seen.attemptsLeft < (first.current ?? 0);
}
