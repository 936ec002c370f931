import { EslabonError } from '@eslabon/core';
import { activateDue } from '../activate-due.js';
import { type StatusBatchRow, statusBatchTable, statusChangeTable } from '../status-table.js';
import { deliverBatch, type WriterParts } from './deliver-batch.js';
import { openBatch } from './open-batch.js';

/** The one that writes statuses to the chain: one instruction at a time, because nonces are a sequence. */
export interface StatusWriter {
  /** Looks for work now instead of at the next tick. */
  wake(): void;
  stop(): Promise<void>;
}

const longestPauseMs = 30_000;

export function runStatusWriter(parts: WriterParts): StatusWriter {
  let stopped = false;
  let awake = false;
  let failures = 0;
  let rouse: () => void = () => undefined;

  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (awake || stopped) return resolve();
      const timer = setTimeout(resolve, ms);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const work = async (): Promise<void> => {
    while (!stopped) {
      awake = false;
      let batch: StatusBatchRow | undefined;
      try {
        await activateDue(parts);
        batch = await openBatch(parts);
        if (batch !== undefined) await deliverBatch(parts, batch);
        failures = 0;
      } catch (error) {
        failures += 1;
        await noteDelay(parts, batch, error);
        // While the chain is down a wake-up must not defeat the pause.
        awake = false;
        await sleep(pauseAfter(failures));
        continue;
      }
      if (batch === undefined) await sleep(parts.config.pollMs);
    }
  };
  const working = work();

  return {
    wake() {
      if (failures > 0) return;
      awake = true;
      rouse();
    },
    async stop() {
      stopped = true;
      rouse();
      await working;
    },
  };
}

/** Doubling pauses with jitter, so that the agents of a network do not return all at once. */
function pauseAfter(failures: number): number {
  return Math.min(250 * 2 ** Math.min(failures, 10), longestPauseMs) * (0.75 + Math.random() / 2);
}

/** Says at each waiting change why it waits. */
async function noteDelay(
  parts: WriterParts,
  batch: StatusBatchRow | undefined,
  error: unknown,
): Promise<void> {
  const code = error instanceof EslabonError ? error.code : 'INTERNAL';
  if (code === 'SHUTTING_DOWN') return;
  parts.log.warn({ code, err: code === 'INTERNAL' ? error : undefined }, 'a status instruction waits');
  const note = `Queued: the chain cannot be written now (${code}); the agent keeps trying.`;
  await parts.database
    .transaction(async (manager) => {
      await manager.update(statusChangeTable, { state: 'queued' }, { note });
      if (batch === undefined) return;
      await manager.update(statusChangeTable, { batchId: batch.id, state: 'sent' }, { note });
      await manager.increment(statusBatchTable, { id: batch.id }, 'attempts', 1);
    })
    .catch((failure: unknown) => parts.log.error({ err: failure }, 'cannot note the delay'));
}
