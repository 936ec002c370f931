import type { EventIndex } from '@eslabon/chain';
import { EslabonError, errorCodeOf } from '@eslabon/core';
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
  /**
   * Reads all events anew after CHAIN_INDEX_DIVERGED, from whichever node's hold. Whoever calls meanwhile shares it; after
   * a failure it is not tried again for a while.
   * @throws EslabonError CHAIN_*
   */
  heal(): Promise<void>;
  /** The last failure, or undefined while all is well. */
  trouble(): EslabonError | undefined;
  /** Another number whenever the chain came back after a failure, or has lost something that was followed. */
  episode(): number;
  stop(): Promise<void>;
}

export interface FollowOptions {
  index: EventIndex;
  /** Reads everything anew: `healIndex` of @eslabon/chain. */
  heal: () => Promise<unknown>;
  pollMs: number;
  log: Log;
}

/** Reading everything anew asks much of the nodes, and what did not help just now will not help at once. */
const healAgainAfterMs = 60_000;

export function followChain({ index, heal, pollMs, log }: FollowOptions): ChainFollower {
  const exclusively = createMutex();
  const healOnce = createHealer(heal, log);
  let trouble: EslabonError | undefined;
  let returns = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let polling: Promise<void> = Promise.resolve();

  const readHead = async (): Promise<number> => {
    try {
      return (await index.sync()).head;
    } catch (error) {
      if (errorCodeOf(error) !== 'CHAIN_INDEX_DIVERGED') throw error;
      await healOnce(error as EslabonError);
      return index.head();
    }
  };

  const syncNow = async (): Promise<number> => {
    try {
      const head = await readHead();
      if (trouble !== undefined) {
        returns += 1;
        log.info({ head }, 'the chain answers again');
      }
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
    heal: () => healOnce(),
    trouble: () => trouble,
    episode: () => returns + index.generation(),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await polling;
    },
  };
}

function createHealer(heal: () => Promise<unknown>, log: Log): (reason?: EslabonError) => Promise<void> {
  let healing: Promise<void> | undefined;
  let failed: { at: number; error: unknown } | undefined;
  const attempt = async (reason?: EslabonError): Promise<void> => {
    if (failed && Date.now() - failed.at < healAgainAfterMs) throw failed.error;
    log.error({ reason: reason?.message }, 'the events do not fit the chain; reading them anew');
    try {
      await heal();
      failed = undefined;
    } catch (error) {
      failed = { at: Date.now(), error };
      throw error;
    }
  };
  return (reason) => {
    healing ??= attempt(reason).finally(() => {
      healing = undefined;
    });
    return healing;
  };
}

function within<T>(work: Promise<T>, limitMs: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new EslabonError('CHAIN_TIMEOUT', `The chain did not answer within ${limitMs} ms.`)),
      limitMs,
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
