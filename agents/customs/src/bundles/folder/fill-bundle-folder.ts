import { setTimeout } from 'node:timers/promises';
import { exportToFolder } from '@eslabon/bundle';
import { errorCodeOf } from '@eslabon/core';
import type { AgentParts } from '../../agent-parts.js';
import { unixSeconds } from '../../platform/clock.js';
import { openFolder } from './node-folder.js';

type Parts = Pick<AgentParts, 'config' | 'bundles' | 'follower' | 'clock' | 'log'>;

export interface FillOptions {
  /** The folder. */
  path: string;
  /** Least time between two bundles, in milliseconds: an import changes hundreds of blocks in a row. */
  leastMs?: number;
  /** Seconds after which a bundle is replaced though nothing has changed, so that posts do not see it age. */
  most?: number;
}

export interface FolderFilling {
  stop(): Promise<void>;
}

/** Bundles that stay in the folder. */
const keep = 8;

/**
 * Keeps a folder for file shares and sticks filled, as `eslabon bundle export` does: with a new bundle when the
 * registries have changed, and every hour. A folder that cannot be written is tried again and again.
 */
export function fillBundleFolder(
  parts: Parts,
  { path, leastMs = 60_000, most = 3600 }: FillOptions,
): FolderFilling {
  const { config, bundles, follower, clock, log } = parts;
  const stopped = new AbortController();
  let written: { block: number; timestamp: number } | undefined;
  let trouble: string | undefined;

  const isDue = (): boolean => {
    if (written === undefined) return true;
    const isOld = unixSeconds(clock()) - written.timestamp > most;
    return (
      lastChange(follower.index.timestamps) > written.block ||
      (isOld && follower.index.head() > written.block)
    );
  };

  async function fill(): Promise<void> {
    const { bytes, loaded } = await bundles.latest();
    const folder = await openFolder(path);
    const options = { prefix: config.country.toLowerCase(), keep };
    const { outcome } = await exportToFolder(folder, { file: bytes, loaded }, options);
    written = { block: loaded.block.number, timestamp: loaded.block.timestamp };
    trouble = undefined;
    if (outcome === 'written') log.info({ block: written.block, folder: path }, 'bundle folder filled');
  }

  const pause = (milliseconds: number): Promise<void> =>
    setTimeout(milliseconds, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined);

  const filling = (async () => {
    while (!stopped.signal.aborted) {
      if (!isDue()) {
        await pause(config.pollMs);
        continue;
      }
      await fill().catch((error: unknown) => {
        const code = errorCodeOf(error) ?? (error as NodeJS.ErrnoException).code ?? 'INTERNAL';
        if (trouble !== code) log.warn({ code, err: error, folder: path }, 'cannot fill the bundle folder');
        trouble = code;
      });
      await pause(leastMs);
    }
  })();

  return {
    async stop() {
      stopped.abort();
      await filling;
    },
  };
}

/** The newest block that has events. */
function lastChange(timestamps: ReadonlyMap<number, number>): number {
  let last = 0;
  for (const block of timestamps.keys()) last = Math.max(last, block);
  return last;
}
