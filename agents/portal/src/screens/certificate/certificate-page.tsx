import { PageHeading, type Trouble } from '@eslabon/ui';
import { shownText } from '@eslabon/ui/words';
import { useRef } from 'react';
import { useSignedIn } from '../../app/session-context.js';
import { StaleNotice } from '../../app/stale-notice.js';
import { useMay } from '../../app/use-may.js';
import { CertificateStateChip } from '../../certificates/state-chip.js';
import { CertificateActions } from '../actions/certificate-actions.js';
import { OfferPanel } from '../offer/offer-panel.js';
import { CertificateFacts } from './certificate-facts.js';
import { HistoryPanel } from './history-panel.js';
import { PaperPanel } from './paper-panel.js';
import { StatusPanel } from './status-panel.js';
import type { CertificateAndHistory } from './use-certificate.js';

interface CertificatePageProps extends CertificateAndHistory {
  /** Why what is shown may not be the newest. */
  trouble: Trouble | undefined;
  onChanged(): Promise<void>;
}

/**
 * Everything about one certificate. What it says comes before what can be done with it: whoever decides has read it. The
 * offer to the company alone comes first, where it is the next step.
 */
export function CertificatePage({ certificate, history, trouble, onChanged }: CertificatePageProps) {
  const { legalName, certificateNumber } = certificate.certificate;
  const wasProposal = useRef(certificate.state === 'proposed');
  const isOfferNext = useIsOfferNext({ certificate, history });
  const isIssued = certificate.state === 'issued';
  const isHeld = isIssued && certificate.status !== 'revoked';
  const offer = isHeld && (
    <OfferPanel certificate={certificate} isNext={wasProposal.current} onChanged={onChanged} />
  );
  return (
    <>
      <header className="stack tight">
        <PageHeading>{shownText(legalName)}</PageHeading>
        <p className="row">
          <span className="mono">{certificateNumber}</span>
          <CertificateStateChip certificate={certificate} />
        </p>
      </header>
      <StaleNotice trouble={trouble} onRetry={onChanged} />
      {isOfferNext && offer}
      <div className="columns">
        {isIssued && <StatusPanel certificate={certificate} history={history} />}
        <CertificateFacts certificate={certificate} />
      </div>
      {!isOfferNext && offer}
      <CertificateActions certificate={certificate} onChanged={onChanged} />
      <div className="columns">
        {isHeld && <PaperPanel certificate={certificate} onPrinted={onChanged} />}
        <HistoryPanel history={history} />
      </div>
    </>
  );
}

/**
 * Whether nobody has offered the certificate yet, and who looks at it may. It stays what it was when the certificate was
 * first seen as issued: an offer that was made must not move, or its code would be gone.
 */
function useIsOfferNext({ certificate, history }: CertificateAndHistory): boolean {
  const { caller } = useSignedIn();
  const may = useMay();
  const isNext = useRef<boolean>(undefined);
  if (certificate.state !== 'issued') return false;
  isNext.current ??=
    caller.offers && may('certificates:offer') && !history.some(({ event }) => event === 'OFFERED');
  return isNext.current;
}
