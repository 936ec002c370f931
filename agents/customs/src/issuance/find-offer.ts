import { EslabonError } from '@eslabon/core';
import type { Issuance } from './create-issuance.js';
import { offerOf } from './create-offer.js';
import { issuanceSessionTable } from './issuance-tables.js';

/**
 * The offer under a reference, as often as a wallet asks while nobody has taken it up.
 * @throws EslabonError NOT_FOUND
 */
export async function findOffer(issuance: Issuance, reference: string): Promise<object> {
  const { database, secrets, clock } = issuance;
  const row = await database.read.findOneBy(issuanceSessionTable, {
    referenceHash: secrets.hash(reference),
    state: 'open',
  });
  if (row === null || row.expiresAt <= clock().toISOString()) {
    throw new EslabonError('NOT_FOUND', 'This offer is unknown, was taken up or withdrawn, or has expired.', {
      hints: ['Ask the customs authority for another one.'],
    });
  }
  return offerOf(issuance, secrets.codeOf(reference));
}
