import type { CertificateView } from '@eslabon/client/contract';
import { useToast } from '@eslabon/ui';
import { formatDay } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useSignedIn } from '../../app/session-context.js';
import { DecideWaiting } from './decide-waiting.js';

interface DecideProposalProps {
  /** Proposed. */
  certificate: CertificateView;
  onIssued(): Promise<void>;
  onRejected(): Promise<void>;
  onFailed(mayBeDone: boolean): void;
}

/** Issues or rejects a proposal. */
export function DecideProposal({ certificate: view, ...after }: DecideProposalProps) {
  const { t, language } = useWords();
  const { client } = useSignedIn();
  const toast = useToast();
  const { certificateNumber: number, legalName: company, effectiveDate, validUntil } = view.certificate;
  const params = { id: view.id };
  const day = (value: string) => formatDay(value, language);
  const until = validUntil === undefined ? t('waiting.noEnd') : day(validUntil);
  return (
    <DecideWaiting
      number={number}
      proposedBy={view.proposedBy}
      onFailed={after.onFailed}
      issue={{
        title: t('waiting.issueTitle', { number }),
        text: <p>{t('waiting.issueText', { company, from: day(effectiveDate), until })}</p>,
        async work() {
          await client.issueCertificate({ params });
          toast(t('waiting.issued', { number }));
          await after.onIssued();
        },
      }}
      reject={{
        title: t('waiting.rejectTitle', { number }),
        text: t('waiting.rejectText', { company }),
        async work(note) {
          await client.rejectCertificate({ params, body: { note } });
          toast(t('waiting.rejected', { number }));
          await after.onRejected();
        },
      }}
    />
  );
}
