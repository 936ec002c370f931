import { ConfirmButton } from '../../app/confirm-button.js';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import { formatInstant } from '../../words/format.js';
import { useWords } from '../../words/use-words.js';
import { DelegationStateChip } from '../state/delegation-state-chip.js';
import { scopeText } from './scope-text.js';

/** Delegations that companies gave to this device. */
export function HeldList() {
  const { t, language } = useWords();
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
            <h3>{delegation.legalName}</h3>
            <p className="mono">{delegation.certificateNumber}</p>
            <p>{scopeText(t, delegation)}</p>
            <p className="soft small">
              {t('delegations.fromUntil', {
                from: formatInstant(delegation.validFrom, language),
                until: formatInstant(delegation.validUntil, language),
              })}
            </p>
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
