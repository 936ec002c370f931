import { useNow } from '@eslabon/ui';
import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { addressOf } from '../../app/route.js';
import { useReady } from '../../app/session-context.js';
import { DelegationStateChip } from '../state/delegation-state-chip.js';
import { givenState } from './given-state.js';
import { scopeText } from './scope-text.js';

export function GivenList() {
  const { t, language } = useWords();
  const { given } = useReady();
  const now = useNow();
  return (
    <ul className="cards">
      {given.map((delegation) => (
        <li key={delegation.id} className="panel card" data-delegation={givenState(delegation, now)}>
          <DelegationStateChip state={givenState(delegation, now)} />
          <h3>
            <a href={addressOf({ page: 'delegation', id: delegation.id })}>{delegation.delegate.name}</a>
          </h3>
          <p>{scopeText(t, delegation)}</p>
          <p className="soft small">
            {t('delegations.fromUntil', {
              from: formatInstant(delegation.validFrom, language),
              until: formatInstant(delegation.validUntil, language),
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}
