import { issuanceRefused } from '@eslabon/exchange';
import type { EntityManager } from 'typeorm';
import { unixSeconds } from '../platform/clock.js';
import type { Issuance } from './create-issuance.js';
import { issuanceUsedTable } from './issuance-tables.js';

type Context = Pick<Issuance, 'secrets' | 'clock'>;

/**
 * Uses a nonce up.
 * @throws EslabonError ISSUANCE_REFUSED with invalid_nonce when it is not ours, is too old, or was used before
 */
export async function useNonce(
  { secrets, clock }: Context,
  manager: EntityManager,
  nonce: string,
): Promise<void> {
  const until = secrets.nonceUntil(nonce);
  const isFresh = until !== undefined && until > unixSeconds(clock());
  if (isFresh && (await useOnce(manager, secrets.hash(`nonce ${nonce}`), until))) return;
  throw issuanceRefused(
    'invalid_nonce',
    'The nonce of the proof is not one of ours, is too old, or was used before: get another at the nonce endpoint.',
  );
}

/** Remembers a hash until an instant (Unix seconds). @returns false when it was known already */
export async function useOnce(manager: EntityManager, hash: string, until: number): Promise<boolean> {
  if ((await manager.findOneBy(issuanceUsedTable, { hash })) !== null) return false;
  await manager.insert(issuanceUsedTable, { hash, expiresAt: new Date(until * 1000).toISOString() });
  return true;
}
