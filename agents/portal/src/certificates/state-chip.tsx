import type { CertificateView } from '@eslabon/client/contract';
import { dayAt } from '@eslabon/core';
import { type IconName, StateChip as KitStateChip, useNow } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useSignedIn } from '../app/session-context.js';
import { type ShownState, stateOf } from './state-of.js';

const icons: Record<ShownState, IconName> = {
  proposed: 'question',
  rejected: 'cross',
  active: 'check',
  suspended: 'pause',
  revoked: 'cross',
  expired: 'calendar',
  'not-yet-valid': 'clock',
};

/** What a certificate is now. */
export function CertificateStateChip({ certificate }: { certificate: CertificateView }) {
  const { t } = useWords();
  const { caller } = useSignedIn();
  const today = dayAt(useNow() * 1000, caller.authority.utcOffset);
  const state = stateOf(certificate, today);
  return <KitStateChip state={state} icon={icons[state]} label={t(`state.${state}`)} />;
}
