import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import type { EventIndex } from '@eslabon/chain';
import { EslabonError } from '@eslabon/core';
import { createMutex } from '../platform/database/mutex.js';
import type { Log } from '../platform/log/create-log.js';

/** Keeps the event index at the head of the chain, and remembers whether the chain answers. */
export interface ChainFollower {
  index: EventIndex;
  /**
   * Brings the index to the head now; answers with its number.
   * @param patienceMs Longest wait, in milliseconds; the chain client's own limits when absent.
   * @throws EslabonError CHAIN_* when it cannot, CHAIN_TIMEOUT when that took too long.
   */
  sync(patienceMs?: number): Promise<number>;
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

  const syncNow = async (): Promise<number> => {
    try {
      const { head } = await index.sync();
      if (trouble !== undefined) log.info({ head }, 'the chain answers again');
      trouble = undefined;
      return head;
    } catch (error) {
      const known =
        error instanceof EslabonError
          ? error
          : new EslabonError('INTERNAL', 'The agent failed while it followed the chain.', { cause: error });
      if (trouble?.code !== known.code) log.warn({ code: known.code, err: known }, 'cannot follow the chain');
      trouble = known;
      throw known;
    }
  };

  let next: Promise<number> | undefined;
  const sync = (patienceMs?: number): Promise<number> => {
    // One that has not begun yet sees whatever this caller has to see. Without sharing it, callers would wait for one
    // another's time limits while the chain hangs.
    next ??= exclusively(() => {
      next = undefined;
      return syncNow();
    });
    return patienceMs === undefined ? next : within(next, patienceMs);
  };

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

async function within<T>(work: Promise<T>, limitMs: number): Promise<T> {
  const patience = new AbortController();
  const impatience = setTimeoutAsync(limitMs, undefined, { signal: patience.signal }).then(() => {
    throw new EslabonError('CHAIN_TIMEOUT', `The chain did not answer within ${limitMs} ms.`);
  });
  // Whichever of the two comes second has nobody to hear it fail.
  for (const one of [work, impatience]) one.catch(() => undefined);
  try {
    return await Promise.race([work, impatience]);
  } finally {
    patience.abort();
  }
}
