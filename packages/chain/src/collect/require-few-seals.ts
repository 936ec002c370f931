import { maxSeals } from '@eslabon/bundle';
import { EslabonError } from '@eslabon/core';

/** @throws EslabonError BUNDLE_CHECKPOINT when headers have more seals than a reader checks for one bundle */
export function requireFewSeals(headers: readonly { signers: readonly unknown[] }[]): void {
  const seals = headers.reduce((sum, { signers }) => sum + signers.length, 0);
  if (seals <= maxSeals) return;
  throw new EslabonError(
    'BUNDLE_CHECKPOINT',
    `The ${headers.length} headers on the way have ${seals} seals; a reader checks ${maxSeals} at most.`,
    {
      details: { seals, maxSeals },
      hints: ['Take a newer checkpoint, and give it to the border posts out of band.'],
    },
  );
}
