import type { Translate } from '@eslabon/ui/words';
import type { GivenDelegation } from '../../session/contract.js';

/** What a delegation is good for. */
export function scopeText(t: Translate, scope: Pick<GivenDelegation, 'purposes' | 'references'>): string {
  const purposes = scope.purposes.map((kind) => t(`purpose.${kind}`)).join(', ');
  return scope.references.length === 0 ? purposes : `${purposes}: ${scope.references.join(', ')}`;
}
