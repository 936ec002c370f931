import type { OfferView } from '@eslabon/client/contract';
import { type EntityManager, In } from 'typeorm';
import type { Clock } from '../platform/clock.js';
import { type IssuanceSessionRow, issuanceGrantTable } from './issuance-tables.js';

const states = {
  redeemed: 'taken',
  void: 'blocked',
  withdrawn: 'withdrawn',
  ended: 'ended',
} as const satisfies Partial<Record<IssuanceSessionRow['state'], OfferView['state']>>;

/** Where an offer stands: nothing but the clock ends one that nobody touches. */
export function offerState(
  { state, expiresAt }: Pick<IssuanceSessionRow, 'state' | 'expiresAt'>,
  clock: Clock,
): OfferView['state'] {
  if (state !== 'open') return states[state];
  return expiresAt > clock().toISOString() ? 'open' : 'expired';
}

/** What officers see of offers, each with what wallets got for it. */
export async function viewOffers(
  manager: EntityManager,
  rows: readonly IssuanceSessionRow[],
  clock: Clock,
): Promise<OfferView[]> {
  const grants = await manager.find(issuanceGrantTable, {
    where: { sessionId: In(rows.map(({ id }) => id)) },
    order: { sequence: 'ASC' },
  });
  return rows.map((row) => {
    const { id, createdBy, createdAt, expiresAt, attempts: attemptsLeft, mails } = row;
    // A copy that was given out keeps its number also while the wallet waits for a newer one.
    const copies = grants.filter(({ sessionId, credentialId }) => sessionId === id && credentialId !== null);
    return {
      ...{ id, state: offerState(row, clock), createdBy, createdAt, expiresAt, attemptsLeft, mails },
      takenAt: copies.length === 0 ? null : (copies[0]?.createdAt as string),
      copies: copies.length,
    };
  });
}
