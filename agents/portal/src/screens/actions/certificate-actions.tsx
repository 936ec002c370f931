import type { CertificateView } from '@eslabon/client/contract';
import { useWords } from '@eslabon/ui/words';
import { useRef } from 'react';
import { OfferPanel } from '../offer/offer-panel.js';
import { RenewPanel } from '../renew/renew-panel.js';
import { DecisionPanel } from '../status/decision-panel.js';
import { DecideProposal } from '../waiting/decide-proposal.js';

interface CertificateActionsProps {
  certificate: CertificateView;
  /** To be called after something was done: the page asks for certificate and history again. */
  onChanged(): Promise<void>;
}

/**
 * What can be done with a certificate in its state, by the one who is signed in. What comes first is the next step: a
 * decision about a proposal, and an offer to the company when it is issued.
 */
export function CertificateActions({ certificate, onChanged }: CertificateActionsProps) {
  const { t } = useWords();
  const { state, status } = certificate;
  const wasProposal = useRef(state === 'proposed');
  if (state === 'rejected') return null;
  if (state === 'proposed') {
    return (
      <section className="panel">
        <h2>{t('waiting.title')}</h2>
        <p className="soft">{t('waiting.intro')}</p>
        <DecideProposal certificate={certificate} onIssued={onChanged} onRejected={onChanged} />
      </section>
    );
  }
  if (status === 'revoked') return <DecisionPanel certificate={certificate} onChanged={onChanged} />;
  return (
    <>
      <OfferPanel certificate={certificate} isNext={wasProposal.current} onChanged={onChanged} />
      <div className="columns">
        <DecisionPanel certificate={certificate} onChanged={onChanged} />
        <RenewPanel certificate={certificate} onChanged={onChanged} />
      </div>
    </>
  );
}
