import type { Checkpoint, SealTrust } from '@eslabon/bundle';
import type { Database } from '../../platform/database/open-database.js';
import { checkpointTable } from './checkpoint-table.js';

/** The blocks whose validators this agent trusts: the configured checkpoint, and later ones that followed from it. */
export interface Checkpoints {
  /** The newest at or before a block; the configured one when there is none. */
  before(blockNumber: number): Checkpoint;
  newest(): Checkpoint;
  /**
   * Takes in a checkpoint that an opened bundle has proven. Kept when it is newer than all before and its validators are
   * others, or when a good part of the trusting period has passed: trust must not run out while there are bundles.
   */
  advance(checkpoint: Checkpoint): Promise<void>;
}

/** Part of the trusting period after which validators that did not change are noted again. */
const renewal = 0.25;
const aDay = 86_400;

/**
 * Reads what an earlier process came to trust. What did not follow from the configured checkpoint is left aside: who
 * configures another one begins anew.
 */
export async function openCheckpoints(
  database: Database,
  { checkpoint: configured, trustingPeriod }: SealTrust,
): Promise<Checkpoints> {
  const rows = await database.read.find(checkpointTable, {
    where: { origin: configured.hash },
    order: { number: 'ASC' },
  });
  const known: Checkpoint[] = [configured, ...rows.map(({ origin, ...checkpoint }) => checkpoint)];
  const newest = () => known.at(-1) as Checkpoint;

  return {
    newest,
    before: (blockNumber) => known.findLast(({ number }) => number <= blockNumber) ?? configured,
    async advance(checkpoint) {
      const last = newest();
      if (checkpoint.number <= last.number) return;
      const isRenewal = checkpoint.timestamp - last.timestamp >= Math.min(aDay, trustingPeriod * renewal);
      if (!isRenewal && checkpoint.validators.join() === last.validators.join()) return;
      const { number, hash, timestamp, validators } = checkpoint;
      const next = { number, hash, timestamp, validators };
      known.push(next);
      await database.transaction((manager) =>
        manager.upsert(checkpointTable, { ...next, origin: configured.hash }, ['number']),
      );
    },
  };
}
