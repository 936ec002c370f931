import type { CertificateView } from '@eslabon/client/contract';
import { useWords } from '@eslabon/ui/words';
import { catalogues } from '@eslabon/verifier';
import { useCallback } from 'react';
import { PageTitle } from '../../app/page-title.js';
import { goTo } from '../../app/route.js';
import { useSignedIn } from '../../app/session-context.js';
import { useEyes } from '../../app/use-eyes.js';
import { type Pages, usePages } from '../../data/use-pages.js';
import { DecideProposal } from './decide-proposal.js';
import { DecideRenewal } from './decide-renewal.js';
import { RenewalFacts } from './renewal-facts.js';
import { WaitingHead } from './waiting-head.js';
import { WaitingList } from './waiting-list.js';

const limit = 25;

/** What waits for a second person: proposals and renewals. */
export function WaitingScreen() {
  const { t } = useWords();
  const { client } = useSignedIn();
  const eyes = useEyes();
  const proposals = usePages(
    useCallback(
      (cursor?: string) => client.listCertificates({ query: { state: 'proposed', limit, cursor } }),
      [client],
    ),
  );
  const renewals = usePages(
    useCallback((cursor?: string) => client.listWaitingRenewals({ query: { limit, cursor } }), [client]),
  );
  return (
    <>
      <PageTitle>{t('waiting.title')}</PageTitle>
      <p className="soft">{t(`waiting.intro.${eyes}`)}</p>
      <WaitingList
        title={t('waiting.proposals')}
        none={t('waiting.noProposals')}
        pages={proposals}
        entry={(view) => (
          <>
            <WaitingHead id={view.id} company={view.certificate} proposed={view} />
            <ProposalFacts certificate={view} />
            <DecideProposal
              certificate={view}
              // Its page begins with the next step, the offer to the company.
              onIssued={async () => goTo({ page: 'certificate', id: view.id })}
              onRejected={proposals.reload}
              onFailed={lookAgain(view.id, proposals)}
            />
          </>
        )}
      />
      <WaitingList
        title={t('waiting.renewals')}
        none={t('waiting.noRenewals')}
        pages={renewals}
        entry={(renewal) => (
          <>
            <WaitingHead id={renewal.certificateId} company={renewal.certificate} proposed={renewal} />
            <RenewalFacts renewal={renewal} before={renewal.certificate} />
            <DecideRenewal
              renewal={renewal}
              certificate={renewal.certificate}
              onDecided={renewals.reload}
              onFailed={lookAgain(renewal.certificateId, renewals)}
            />
          </>
        )}
      />
    </>
  );
}

/** After something went wrong: the list as it is now, or the certificate whose history says whether it was done. */
function lookAgain(id: string, { reload }: Pick<Pages<unknown>, 'reload'>): (mayBeDone: boolean) => void {
  return (mayBeDone) => (mayBeDone ? goTo({ page: 'certificate', id }) : void reload());
}

/** What would be granted. The rest stands on the page of the proposal. */
function ProposalFacts({ certificate: { certificate } }: { certificate: CertificateView }) {
  const { language } = useWords();
  const { types, roles } = catalogues[language];
  const { certificateType, operatorRoles } = certificate;
  return <p>{[types[certificateType], ...operatorRoles.map((role) => roles[role])].join(' · ')}</p>;
}
