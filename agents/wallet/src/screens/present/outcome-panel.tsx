import { Button, Notice, StepHeading } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import type { RequestPreview } from '../../session/contract.js';
import { returnAddress } from './return-address.js';

export interface PresentOutcome {
  declined: boolean;
  verifier: RequestPreview['verifier'];
  /** Where the verifier would lead the person next. */
  redirectUri?: string | undefined;
}

/** What was done. Nobody is led anywhere by it: a way back is a link that says where it goes. */
export function OutcomePanel({ outcome, onAgain }: { outcome: PresentOutcome; onAgain(): void }) {
  const { t } = useWords();
  const { declined, verifier, redirectUri } = outcome;
  const to = verifier.authority?.name ?? verifier.host;
  const back = returnAddress(redirectUri);
  return (
    <section className="panel">
      <StepHeading>{t(declined ? 'present.declinedTitle' : 'present.sharedTitle')}</StepHeading>
      <Notice tone={declined ? 'calm' : 'good'} announce>
        <p>{t(declined ? 'present.declined' : 'present.shared', { to })}</p>
      </Notice>
      {back !== undefined && (
        <div className="stack tight">
          <p>{t('present.back')}</p>
          <div className="row">
            <a className="button" href={back.href} rel="noreferrer">
              {t('present.backTo', { host: back.host })}
            </a>
          </div>
        </div>
      )}
      <div className="row">
        <Button onClick={onAgain}>{t('present.again')}</Button>
      </div>
    </section>
  );
}
