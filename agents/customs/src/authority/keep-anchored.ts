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
 * does. What the chain cannot explain is thrown.
 */
export async function keepAnchored(
  parts: Parameters<typeof reconcileStatuses>[0] & AnchorParts,
): Promise<Anchoring> {
  const stopped = new AbortController();
  const attempt = async (): Promise<EslabonError | undefined> => {
    try {
      await anchorAuthority(parts);
      await reconcileStatuses(parts);
      return undefined;
    } catch (error) {
      if (!(error instanceof EslabonError) || !error.code.startsWith('CHAIN_')) throw error;
      parts.log.warn({ code: error.code, reason: error.message }, 'the keys are not anchored yet');
      return error;
    }
  };
  let trouble = await attempt();
  const retrying = (async () => {
    while (trouble !== undefined && !stopped.signal.aborted) {
      await setTimeout(retryMs, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined);
      if (!stopped.signal.aborted) trouble = await attempt();
    }
  })().catch((error: unknown) => parts.log.error({ err: error }, 'anchoring failed'));
  return {
    trouble: () => trouble,
    async stop() {
      stopped.abort();
      await retrying;
    },
  };
}
