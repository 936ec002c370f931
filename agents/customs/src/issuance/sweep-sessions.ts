import { IsNull, LessThanOrEqual } from 'typeorm';
import type { AgentParts } from '../agent-parts.js';
import { issuanceSessionTable, issuanceUsedTable } from './issuance-tables.js';

type Parts = Pick<AgentParts, 'database' | 'clock' | 'log'>;

const everyMs = 60_000;

/** For so long officers still see what became of an offer. */
const keptMs = 90 * 86_400_000;

/**
 * Forgets sessions of which no offer and no token has been good for 90 days, and what need not be remembered as used.
 */
export async function sweepSessions({ database, clock }: Omit<Parts, 'log'>): Promise<void> {
  const now = clock().getTime();
  const passed = LessThanOrEqual(new Date(now - keptMs).toISOString());
  await database.transaction(async (manager) => {
    await manager.delete(issuanceUsedTable, { expiresAt: LessThanOrEqual(new Date(now).toISOString()) });
    for (const tokenExpiresAt of [IsNull(), passed]) {
      for (const refreshExpiresAt of [IsNull(), passed]) {
        await manager.delete(issuanceSessionTable, { expiresAt: passed, tokenExpiresAt, refreshExpiresAt });
      }
    }
  });
}

/** Sweeps now and then. @returns how to stop */
export function keepSwept(parts: Parts): () => Promise<void> {
  let last = Promise.resolve();
  const timer = setInterval(() => {
    last = sweepSessions(parts).catch((error: unknown) =>
      parts.log.error({ err: error }, 'sessions were not swept'),
    );
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await last;
  };
}
