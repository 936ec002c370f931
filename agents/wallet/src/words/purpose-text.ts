import { type Purpose, purposeKinds } from '@eslabon/core';
import type { Translate } from '@eslabon/ui/words';

/** What a presentation is asked for. */
export function purposeText(t: Translate, purpose: Purpose): string {
  return purpose.kind === 'counter'
    ? t('purpose.counter')
    : t(`purpose.${purpose.kind}Of`, { reference: purpose.reference });
}

/** What a delegation is for, from kinds as a claim has them: `counter, declaration`. */
export function purposesText(t: Translate, value: string): string {
  return value
    .split(', ')
    .map((kind) => {
      const known = purposeKinds.find((each) => each === kind);
      return known === undefined ? kind : t(`purpose.${known}`);
    })
    .join(', ');
}
