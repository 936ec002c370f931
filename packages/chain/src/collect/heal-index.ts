import { inSession } from '../client/in-session.js';
import type { ProveStateOptions } from './prove-state.js';
import { proveState } from './prove-state.js';

/**
 * Reads all events anew from one node and compares what they add up to with state roots that the same node proves; where
 * they differ, the node is reported and the next one tried. For CHAIN_INDEX_DIVERGED, which says that events were lost
 * or altered, but not by whom. Takes as long as following the chain from its beginning.
 * @throws EslabonError CHAIN_INDEX_DIVERGED when there is no node whose events fit its state; otherwise as `sync`
 */
export function healIndex(options: Omit<ProveStateOptions, 'archive'>): Promise<{ head: number }> {
  const { client, deployment, index } = options;
  return inSession(client, async (node) => {
    const { head } = await index.rebuild(node);
    await proveState({ client: node, deployment, index }, head);
    return { head };
  });
}
