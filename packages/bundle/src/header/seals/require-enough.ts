import { EslabonError } from '@eslabon/core';
import type { Checkpoint } from '../../trust/trust-anchor.js';
import { byzantineMinimum } from './quorum.js';

/** @throws EslabonError BUNDLE_VALIDATORS when a block has fewer validators than the reader accepts. */
export function requireEnough(
  { number, validators }: Pick<Checkpoint, 'number' | 'validators'>,
  minValidators: number = byzantineMinimum,
): void {
  if (validators.length >= minValidators) return;
  throw new EslabonError(
    'BUNDLE_VALIDATORS',
    `Block ${number} has ${validators.length} validators; the trust anchor asks for ${minValidators}.`,
    {
      details: { block: number, validators: validators.length, minValidators, reason: 'tooFew' },
      hints: [
        'Use a bundle that your own authority attests.',
        'Fewer than 4 validators do not withstand a single dishonest one; “minValidators” in the trust anchor accepts them.',
      ],
    },
  );
}
