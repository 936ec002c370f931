import { setTimeout } from 'node:timers/promises';
import { proveState } from '@eslabon/chain';
import { errorCodeOf } from '@eslabon/core';
import type { AgentParts } from '../agent-parts.js';

type Parts = Pick<AgentParts, 'config' | 'client' | 'follower' | 'log'>;

const aMinute = 60_000;

/**
 * Compares once a minute what was followed with the state of the newest block. Events that a node withheld show in no
 * other way until somebody asks for a bundle, and meanwhile the agent would wait for its own instructions in vain.
 * @param everyMs how often, when not once a minute
 * @returns ends it
 */
export function auditIndex({ config, client, follower, log }: Parts, everyMs = aMinute): () => Promise<void> {
  const { index } = follower;
  const { deployment } = config;
  const stopped = new AbortController();
  let audited = index.deployBlock - 1;

  async function audit(): Promise<void> {
    const head = index.head();
    if (head === audited || follower.trouble() !== undefined) return;
    try {
      await proveState({ client, deployment, index }, head);
      audited = head;
    } catch (error) {
      const code = errorCodeOf(error);
      log.warn({ code, block: head, err: error }, 'the newest block cannot be proven');
      if (code === 'CHAIN_INDEX_DIVERGED') await follower.heal().catch(() => undefined);
    }
  }

  const working = (async () => {
    while (!stopped.signal.aborted) {
      await setTimeout(everyMs, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined);
      if (!stopped.signal.aborted) await audit();
    }
  })();
  return async () => {
    stopped.abort();
    await working;
  };
}
