import type { IconName } from '@eslabon/ui';
import { StateChip } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import type { CertificateState } from '../../session/contract.js';

const icons: Record<CertificateState, IconName> = {
  active: 'check',
  suspended: 'pause',
  revoked: 'cross',
  expired: 'calendar',
  'not-yet-valid': 'clock',
  unknown: 'question',
};

export function CertificateStateChip({ state }: { state: CertificateState }) {
  const { t } = useWords();
  return <StateChip state={state} icon={icons[state]} label={t(`state.${state}`)} />;
}
