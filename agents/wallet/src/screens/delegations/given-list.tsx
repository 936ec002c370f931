import { useNow } from '@eslabon/ui';
import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useRef, useState } from 'react';
import { addressOf } from '../../app/route.js';
import { useReady } from '../../app/session-context.js';
import { Earlier, earlierBy } from '../earlier/earlier.js';
import { DelegationStateChip } from '../state/delegation-state-chip.js';
import { givenState } from './given-state.js';
import { scopeText } from './scope-text.js';

/** Those that end last come first: what still counts is never far down. */
export function GivenList() {
  const { t, language } = useWords();
  const { given } = useReady();
  const now = useNow();
  const [most, setMost] = useState(earlierBy);
  const list = useRef<HTMLUListElement>(null);
  const shown = given.slice(0, most);
  return (
    <>
      <ul ref={list} className="cards">
        {shown.map((delegation) => (
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
      <Earlier
        list={list}
        shown={shown.length}
        total={given.length}
        onMore={() => setMost(shown.length + earlierBy)}
      />
    </>
  );
}
