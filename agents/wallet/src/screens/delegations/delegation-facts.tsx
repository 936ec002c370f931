import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import type { HeldDelegation } from '../../session/contract.js';
import { scopeText } from './scope-text.js';

/** For whom, for what, and until when. */
export function DelegationFacts({ delegation }: { delegation: HeldDelegation }) {
  const { t, language } = useWords();
  return (
    <>
      <h3>{delegation.legalName}</h3>
      <p className="mono">{delegation.certificateNumber}</p>
      <p>{scopeText(t, delegation)}</p>
      <p className="soft small">
        {t('delegations.fromUntil', {
          from: formatInstant(delegation.validFrom, language),
          until: formatInstant(delegation.validUntil, language),
        })}
      </p>
    </>
  );
}
