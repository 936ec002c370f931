import { Icon, type IconName } from '@eslabon/ui';
import type { CertificateState } from '../../session/contract.js';
import { useWords } from '../../words/use-words.js';

const icons: Record<CertificateState, IconName> = {
  active: 'check',
  suspended: 'pause',
  revoked: 'cross',
  expired: 'calendar',
  'not-yet-valid': 'clock',
  unknown: 'question',
};

/** The state of a certificate by icon, word and colour; none of them says it alone. */
export function StateLabel({ state }: { state: CertificateState }) {
  const { t } = useWords();
  return (
    <span className={`state ${state}`} data-state={state}>
      <Icon name={icons[state]} />
      {t(`state.${state}`)}
    </span>
  );
}
