import type { CertificateView } from '@eslabon/client/contract';
import { useWords } from '@eslabon/ui/words';
import { useEyes } from '../../app/use-eyes.js';
import { RenewPanel } from '../renew/renew-panel.js';
import { DecisionPanel } from '../status/decision-panel.js';
import { DecideProposal } from '../waiting/decide-proposal.js';

interface CertificateActionsProps {
  certificate: CertificateView;
  /** To be called after something was done: the page asks for certificate and history again. */
  onChanged(): Promise<void>;
}

/** What can be decided about a certificate in its state, by the one who is signed in. */
export function CertificateActions({ certificate, onChanged }: CertificateActionsProps) {
  const { t } = useWords();
  const eyes = useEyes();
  const { state, status } = certificate;
  if (state === 'rejected') return null;
  if (state === 'proposed') {
    return (
      <section className="panel">
        <h2>{t('waiting.title')}</h2>
        <p className="soft">{t(`waiting.intro.${eyes}`)}</p>
        <DecideProposal
          certificate={certificate}
          onIssued={onChanged}
          onRejected={onChanged}
          onFailed={() => void onChanged()}
        />
      </section>
    );
  }
  if (status === 'revoked') return <DecisionPanel certificate={certificate} onChanged={onChanged} />;
  return (
    <div className="columns">
      <DecisionPanel certificate={certificate} onChanged={onChanged} />
      <RenewPanel certificate={certificate} onChanged={onChanged} />
    </div>
  );
}
