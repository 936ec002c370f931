import type { AgentParts } from '../agent-parts.js';
import type { BuiltBundle } from '../bundles/create-bundle-service.js';

/**
 * The newest bundle for callers without a key: the chain is asked once in the time that the agent itself lets pass,
 * however many of them come.
 */
export function recentBundle({
  bundles,
  config,
}: Pick<AgentParts, 'bundles' | 'config'>): () => Promise<BuiltBundle> {
  let asked: { at: number; bundle: Promise<BuiltBundle> } | undefined;
  return () => {
    const now = performance.now();
    if (asked !== undefined && now - asked.at < config.pollMs) return asked.bundle;
    const bundle = bundles.latest();
    asked = { at: now, bundle };
    // What failed is asked for again at once.
    bundle.catch(() => {
      asked = undefined;
    });
    return bundle;
  };
}
