import type { OfferView } from '@eslabon/client/contract';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
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

interface Received {
  sessionId: string;
  copies: number;
  takenAt: string;
}

/** What officers see of offers, each with what wallets got for it. */
export async function viewOffers(
  manager: EntityManager,
  rows: readonly IssuanceSessionRow[],
  clock: Clock,
): Promise<OfferView[]> {
  const received = await receivedFor(
    manager,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const { id, createdBy, createdAt, expiresAt, attempts: attemptsLeft, mails } = row;
    const { copies, takenAt } = received.get(id) ?? { copies: 0, takenAt: null };
    return {
      ...{ id, state: offerState(row, clock), createdBy, createdAt, expiresAt, attemptsLeft, mails },
      ...{ takenAt, copies },
    };
  });
}

/**
 * Counted where they lie: a wallet may come for copies for years. One that was given out keeps its number also while the
 * wallet waits for a newer one.
 */
async function receivedFor(
  manager: EntityManager,
  sessions: readonly string[],
): Promise<ReadonlyMap<string, Received>> {
  const rows = await manager
    .createQueryBuilder(issuanceGrantTable, 'copy')
    .select('copy.sessionId', 'sessionId')
    .addSelect('COUNT(*)', 'copies')
    .addSelect('MIN(copy.createdAt)', 'takenAt')
    .where({ sessionId: In([...sessions]), credentialId: Not(IsNull()) })
    .groupBy('copy.sessionId')
    .getRawMany<Received>();
  return new Map(rows.map((row) => [row.sessionId, row]));
}
