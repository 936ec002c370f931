import type { RenewalView } from '@eslabon/client/contract';
import { useToast } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useSignedIn } from '../../app/session-context.js';
import { DecideWaiting } from './decide-waiting.js';
import type { Before } from './renewal-changes.js';
import { RenewalFacts } from './renewal-facts.js';

interface DecideRenewalProps {
  renewal: RenewalView;
  /** The certificate as it is now. */
  certificate: Before & { certificateNumber: string; legalName: string };
  onDecided(): Promise<void>;
  onFailed(mayBeDone: boolean): void;
}

/** Issues or rejects a renewal. */
export function DecideRenewal({ renewal, certificate, onDecided, onFailed }: DecideRenewalProps) {
  const { t } = useWords();
  const { client } = useSignedIn();
  const toast = useToast();
  const { certificateNumber: number, legalName: company } = certificate;
  const params = { id: renewal.certificateId, renewalId: renewal.id };
  return (
    <DecideWaiting
      number={number}
      proposedBy={renewal.proposedBy}
      onFailed={onFailed}
      issue={{
        title: t('waiting.renewTitle', { number }),
        text: (
          <>
            <p>{t('waiting.renewText', { company })}</p>
            <RenewalFacts renewal={renewal} before={certificate} />
          </>
        ),
        async work() {
          await client.issueRenewal({ params });
          toast(t('waiting.renewed', { number }));
          await onDecided();
        },
      }}
      reject={{
        title: t('waiting.rejectRenewalTitle', { number }),
        text: t('waiting.rejectRenewalText', { company }),
        async work(note) {
          await client.rejectRenewal({ params, body: { note } });
          toast(t('waiting.renewalRejected', { number }));
          await onDecided();
        },
      }}
    />
  );
}
