import { setTimeout } from 'node:timers/promises';
import { archiveStates, getBlock } from '@eslabon/chain';
import { EslabonError } from '@eslabon/core';
import type { AgentParts } from '../../agent-parts.js';
import { unixSeconds } from '../../platform/clock.js';
import { createArchivePlan } from './archive-plan.js';

type Parts = Pick<AgentParts, 'config' | 'client' | 'follower' | 'archive' | 'clock' | 'log'>;

/** How the archive of proofs does. */
export interface ArchiveStatus {
  /** Blocks that are still to be archived. */
  waiting: number;
  /** Blocks after the first archived one whose state no node had any more. */
  lost: { count: number; first: number; last: number } | undefined;
  /** Whether one of them came while this agent was running: its nodes do not serve proofs, or not for long enough. */
  isFailing: boolean;
}

/** Archives every block in which something changed, and one a day, as the chain goes on. */
export interface ArchiveKeeper {
  status(): ArchiveStatus;
  stop(): Promise<void>;
}

/** Blocks archived before new ones are looked for, which come first. */
const atOnce = 25;
/** One question each time: a node may have been given back its old state, or have failed for another reason. */
const retryMs = 600_000;
/** Blocks after which progress is logged. */
const progressEvery = 500;

/**
 * Archives what the follower follows, promptly: nodes may serve proofs of the last 512 blocks only. What an earlier
 * process missed is made good, newest first, as far back as the nodes have state; an outage interrupts it only.
 */
export function keepArchive(parts: Parts): ArchiveKeeper {
  const { config, follower, client, archive, log } = parts;
  const { index } = follower;
  const stopped = new AbortController();
  const plan = createArchivePlan(index);
  let lostBefore = 0;
  let retriedAt = Date.now();
  let trouble: string | undefined;
  let kept = 0;

  const noteProgress = (block: number): void => {
    plan.done(block);
    kept += 1;
    if (kept % progressEvery === 0) log.info({ kept, waiting: plan.waiting() }, 'archiving past blocks');
  };

  async function step(): Promise<boolean> {
    if (plan.isStale()) {
      // What came while no agent was running is not to be mistaken for what comes now.
      await follower.sync();
      plan.begin(await archive.list());
    }
    plan.extend();
    if (Date.now() - retriedAt > retryMs) {
      retriedAt = Date.now();
      plan.retry();
    }
    const today = Math.floor(unixSeconds(parts.clock()) / 86_400);
    if (plan.wantsDay(today)) plan.addDay(today, (await getBlock(client, index.head())).timestamp);
    const batch = plan.next(atOnce);
    if (batch.length === 0) return false;
    const options = { client, deployment: config.deployment, index, archive, onKept: noteProgress };
    const gone = await archiveStates(options, batch);
    if (gone !== undefined) plan.lose(gone);
    const { lost } = plan.losses();
    if (lost !== undefined && lost.count !== lostBefore) {
      log.warn(lost, 'no node has the state of past blocks any more');
    }
    lostBefore = lost?.count ?? 0;
    return plan.waiting() > 0;
  }

  async function tryStep(): Promise<boolean> {
    try {
      const more = await step();
      trouble = undefined;
      return more;
    } catch (error) {
      const code = error instanceof EslabonError ? error.code : 'INTERNAL';
      if (trouble !== code) log.warn({ code, err: error, waiting: plan.waiting() }, 'archiving waits');
      trouble = code;
      if (code === 'CHAIN_INDEX_DIVERGED') await follower.heal().catch(() => undefined);
      return false;
    }
  }

  const working = (async () => {
    while (!stopped.signal.aborted) {
      if (await tryStep()) continue;
      await setTimeout(config.pollMs, undefined, { signal: stopped.signal, ref: false }).catch(
        () => undefined,
      );
    }
  })();

  return {
    status: () => ({ waiting: plan.waiting(), ...plan.losses() }),
    async stop() {
      stopped.abort();
      await working;
    },
  };
}
