import { In, LessThanOrEqual } from 'typeorm';
import type { AgentParts } from '../agent-parts.js';
import type { Presentations } from './create-presentations.js';
import { presentationTable } from './presentation-table.js';

type Parts = Pick<AgentParts, 'database' | 'clock' | 'log'> & {
  /** Absent while the agent asks for no presentations: then nobody has said how long answered ones need be kept. */
  settings: Pick<Presentations['settings'], 'keepDays'> | undefined;
};

const everyMs = 60_000;
const day = 86_400_000;

/**
 * Forgets requests: those that nobody answered a day after they expired, so that whoever asked still sees what became of
 * them, and answered ones when the authority need not keep them any longer. Also of an agent that no longer asks: keys and
 * unanswered requests have to go all the same.
 */
export async function sweepPresentations({ database, clock, settings }: Omit<Parts, 'log'>): Promise<void> {
  const before = (ms: number) => LessThanOrEqual(new Date(clock().getTime() - ms).toISOString());
  await database.transaction(async (manager) => {
    const unanswered = In(['open', 'fetched', 'declined']);
    await manager.delete(presentationTable, { expiresAt: before(day), state: unanswered });
    if (settings !== undefined) {
      await manager.delete(presentationTable, { expiresAt: before(settings.keepDays * day) });
    }
    // What can no longer be answered need not be opened either.
    await manager.update(
      presentationTable,
      { expiresAt: before(0), state: unanswered },
      { encryptionKey: null },
    );
  });
}

/** Sweeps now and then. @returns how to stop */
export function keepPresentationsSwept(parts: Parts): () => Promise<void> {
  let last = Promise.resolve();
  const timer = setInterval(() => {
    last = sweepPresentations(parts).catch((error: unknown) =>
      parts.log.error({ err: error }, 'presentations were not swept'),
    );
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await last;
  };
}
