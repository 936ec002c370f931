import { PageHeading, type Trouble } from '@eslabon/ui';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { CertificateStateChip } from '../../certificates/state-chip.js';
import { CertificateActions } from '../actions/certificate-actions.js';
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

/** Everything about one certificate, and what can be done with it. */
export function CertificatePage({ certificate, history, trouble, onChanged }: CertificatePageProps) {
  const { legalName, certificateNumber } = certificate.certificate;
  return (
    <>
      <header className="stack tight">
        <PageHeading>{legalName}</PageHeading>
        <p className="row">
          <span className="mono">{certificateNumber}</span>
          <CertificateStateChip certificate={certificate} />
        </p>
      </header>
      <TroubleNotice trouble={trouble} />
      <CertificateActions certificate={certificate} onChanged={onChanged} />
      <div className="columns">
        <div className="stack loose">
          {certificate.state === 'issued' && <StatusPanel certificate={certificate} history={history} />}
          <CertificateFacts certificate={certificate} />
        </div>
        <div className="stack loose">
          {certificate.state === 'issued' && certificate.status !== 'revoked' && (
            <PaperPanel certificate={certificate} onPrinted={onChanged} />
          )}
          <HistoryPanel history={history} />
        </div>
      </div>
    </>
  );
}
