import type { EventIndex } from '@eslabon/chain';
import { EslabonError } from '@eslabon/core';
import { createMutex } from '../platform/database/mutex.js';
import type { Log } from '../platform/log/create-log.js';

/** Keeps the event index at the head of the chain, and remembers whether the chain answers. */
export interface ChainFollower {
  index: EventIndex;
  /** Brings the index to the head now. @throws EslabonError CHAIN_* when it cannot. */
  sync(): Promise<number>;
  /** The last failure, or undefined while all is well. */
  trouble(): EslabonError | undefined;
  stop(): Promise<void>;
}

export function followChain(index: EventIndex, pollMs: number, log: Log): ChainFollower {
  const exclusively = createMutex();
  let trouble: EslabonError | undefined;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let polling: Promise<void> = Promise.resolve();

  const sync = () =>
    exclusively(async () => {
      try {
        const { head } = await index.sync();
        if (trouble !== undefined) log.info({ head }, 'the chain answers again');
        trouble = undefined;
        return head;
      } catch (error) {
        const known =
          error instanceof EslabonError
            ? error
            : new EslabonError('INTERNAL', String(error), { cause: error });
        if (trouble?.code !== known.code)
          log.warn({ code: known.code, reason: known.message }, 'cannot follow the chain');
        trouble = known;
        throw known;
      }
    });

  const poll = async (): Promise<void> => {
    // A failure is kept in `trouble`, which readiness shows; polling goes on.
    await sync().catch(() => undefined);
    if (!stopped) timer = setTimeout(start, pollMs);
  };
  const start = (): void => {
    polling = poll();
  };
  start();

  return {
    index,
    sync,
    trouble: () => trouble,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await polling;
    },
  };
}
