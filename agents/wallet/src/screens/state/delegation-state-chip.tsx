import type { IconName } from '@eslabon/ui';
import { StateChip } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import type { HeldDelegation } from '../../session/contract.js';

const icons: Record<HeldDelegation['state'], IconName> = {
  valid: 'check',
  'not-yet-valid': 'clock',
  expired: 'calendar',
  withdrawn: 'cross',
};

export function DelegationStateChip({ state }: { state: HeldDelegation['state'] }) {
  const { t } = useWords();
  return <StateChip state={state} icon={icons[state]} label={t(`delegationState.${state}`)} />;
}
