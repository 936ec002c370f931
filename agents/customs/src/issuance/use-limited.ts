import { type EntityManager, In } from 'typeorm';
import type { Issuance } from './create-issuance.js';
import { issuanceUsedTable } from './issuance-tables.js';

export interface LimitedUse {
  /** What is used: a text that names it and nothing else. */
  what: string;
  /** How many uses it has at a time. */
  limit: number;
  /** How many are wanted now; one unless given. */
  count?: number;
  /** When a use that is taken now is free again. */
  until: Date;
}

/**
 * Takes some of the uses that something has, until they are free again: all that are wanted, or none.
 * @returns `undefined` when they were there; otherwise when the first of those that are taken is free again (ISO 8601)
 */
export async function useLimited(
  { secrets, clock }: Pick<Issuance, 'secrets' | 'clock'>,
  manager: EntityManager,
  { what, limit, count = 1, until }: LimitedUse,
): Promise<string | undefined> {
  const hashes = Array.from({ length: limit }, (_, use) => secrets.hash(`use ${use} of ${what}`));
  const now = clock().toISOString();
  const rows = await manager.findBy(issuanceUsedTable, { hash: In(hashes) });
  const taken = rows.filter(({ expiresAt }) => expiresAt > now);
  const free = hashes.filter((hash) => !taken.some((row) => row.hash === hash));
  if (free.length < count) return taken.map(({ expiresAt }) => expiresAt).sort()[0] ?? now;
  const expiresAt = until.toISOString();
  const rowsNow = free.slice(0, count).map((hash) => ({ hash, expiresAt }));
  await manager.upsert(issuanceUsedTable, rowsNow, ['hash']);
  return undefined;
}
