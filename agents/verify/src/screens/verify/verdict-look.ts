import type { VerdictCode } from '@eslabon/core';
import type { IconName } from '@eslabon/ui';

/** An icon for each verdict, of a shape of its own. */
export const verdictIcons: Record<VerdictCode, IconName> = {
  RECOGNISED: 'check',
  SUSPENDED: 'pause',
  REVOKED: 'cross',
  EXPIRED: 'calendar',
  NOT_YET_VALID: 'clock',
  NOT_COVERED: 'unlinked',
  UNTRUSTED: 'shield',
  UNDETERMINED: 'question',
};
