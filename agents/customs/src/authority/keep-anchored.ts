import { setTimeout } from 'node:timers/promises';
import { EslabonError } from '@eslabon/core';
import { reconcileStatuses } from '../status/reconcile.js';
import { type AnchorParts, anchorAuthority } from './anchor-authority.js';

/** Whether the authority's keys are on the chain: without that, nobody can verify what it signs. */
export interface Anchoring {
  /** Why the keys are not anchored yet, or undefined when they are. */
  trouble(): EslabonError | undefined;
  stop(): Promise<void>;
}

const retryMs = 5000;

/**
 * Anchors the authority's keys and reconciles its statuses: at once when the chain answers, otherwise as soon as it
 * does, and again whenever the chain has been away or has lost blocks. What the chain cannot explain is thrown at the
 * start, and logged later.
 */
export async function keepAnchored(
  parts: Parameters<typeof reconcileStatuses>[0] & AnchorParts,
): Promise<Anchoring> {
  const stopped = new AbortController();
  let episode = parts.follower.episode();
  const attempt = async (): Promise<EslabonError | undefined> => {
    const begun = parts.follower.episode();
    try {
      await anchorAuthority(parts);
      await reconcileStatuses(parts);
      episode = begun;
      return undefined;
    } catch (error) {
      if (!(error instanceof EslabonError) || !error.code.startsWith('CHAIN_')) throw error;
      parts.log.warn({ code: error.code, reason: error.message }, 'the keys are not anchored yet');
      return error;
    }
  };
  let trouble = await attempt();
  const retrying = (async () => {
    while (!stopped.signal.aborted) {
      await setTimeout(retryMs, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined);
      const isDue = trouble !== undefined || episode !== parts.follower.episode();
      // While the chain is away there is nothing to compare with; the follower says when it is back.
      if (stopped.signal.aborted || !isDue || parts.follower.trouble() !== undefined) continue;
      try {
        trouble = await attempt();
      } catch (error) {
        episode = parts.follower.episode();
        parts.log.error({ err: error }, 'anchoring failed');
      }
    }
  })();
  return {
    trouble: () => trouble,
    async stop() {
      stopped.abort();
      await retrying;
    },
  };
}
