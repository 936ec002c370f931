import type { Purpose } from '@eslabon/core';
import type { Translate } from './use-words.js';

/** What a presentation is asked for. */
export function purposeText(t: Translate, purpose: Purpose): string {
  return purpose.kind === 'counter'
    ? t('purpose.counter')
    : t(`purpose.${purpose.kind}Of`, { reference: purpose.reference });
}
