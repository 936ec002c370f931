import { IsNull, LessThanOrEqual } from 'typeorm';
import type { AgentParts } from '../agent-parts.js';
import { issuanceSessionTable, issuanceUsedTable } from './issuance-tables.js';

type Parts = Pick<AgentParts, 'database' | 'clock' | 'log'>;

const everyMs = 60_000;

/** Forgets sessions of which no offer and no token is good any more, and what need not be remembered as used. */
export async function sweepSessions({ database, clock }: Omit<Parts, 'log'>): Promise<void> {
  const passed = LessThanOrEqual(clock().toISOString());
  await database.transaction(async (manager) => {
    await manager.delete(issuanceUsedTable, { expiresAt: passed });
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
