import type { LoadedBundle } from '@eslabon/bundle';
import { EslabonError, type Verdict } from '@eslabon/core';
import { verify } from '@eslabon/verifier';
import type { AgentParts } from '../agent-parts.js';
import { bundleAsOf } from '../bundles/bundle-as-of.js';

type Parts = Pick<AgentParts, 'config' | 'bundles' | 'client' | 'follower' | 'archive' | 'clock'>;

/**
 * The verdict of this authority on a credential or presentation, now or as of a past instant. A chain that does not
 * answer makes the verdict UNDETERMINED, never invalid.
 */
export async function verifyPresented(
  parts: Parts,
  presented: unknown,
  at: Date | undefined,
): Promise<Verdict> {
  const source = await sourceFor(parts, at).then(
    (bundle) => ({ bundle }),
    (error: unknown) => ({ failure: asFailure(error) }),
  );
  return verify({ presented, source, policy: { as: parts.config.country }, at: at ?? parts.clock() });
}

async function sourceFor(parts: Parts, at: Date | undefined): Promise<LoadedBundle> {
  const { loaded } = at === undefined ? await parts.bundles.latest() : await bundleAsOf(parts, at);
  return loaded;
}

function asFailure(error: unknown): EslabonError {
  if (error instanceof EslabonError) return error;
  throw error;
}
