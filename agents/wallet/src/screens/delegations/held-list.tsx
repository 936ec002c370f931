import { useWords } from '@eslabon/ui/words';
import { ConfirmButton } from '../../app/confirm-button.js';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import { DelegationStateChip } from '../state/delegation-state-chip.js';
import { DelegationFacts } from './delegation-facts.js';

/** Delegations that companies gave to this device. */
export function HeldList() {
  const { t } = useWords();
  const session = useSession();
  const { held } = useReady();
  const task = useTask();
  return (
    <>
      <TroubleNotice trouble={task.trouble} />
      <ul className="cards">
        {held.map((delegation) => (
          <li key={delegation.id} className="panel card" data-held={delegation.state}>
            <DelegationStateChip state={delegation.state} />
            <DelegationFacts delegation={delegation} />
            <div className="row">
              <ConfirmButton
                label={t('held.remove')}
                title={t('held.removeTitle')}
                yes={t('held.remove')}
                disabled={task.busy}
                onYes={() => void task.run(() => session.removeHeld(delegation.id))}
              >
                <p>{t('held.removeText', { company: delegation.legalName })}</p>
              </ConfirmButton>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
