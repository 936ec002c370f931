import type { RenewalView } from '@eslabon/client/contract';
import type { RenewalRow } from './renewal-table.js';

export function viewRenewal({ sequence: _, replaced: _replaced, ...view }: RenewalRow): RenewalView {
  return view;
}
