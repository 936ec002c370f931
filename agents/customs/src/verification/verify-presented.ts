import type { LoadedBundle } from '@eslabon/bundle';
import { EslabonError, type Verdict } from '@eslabon/core';
import { nativeVerifySignature } from '@eslabon/credentials/native';
import { type Policy, type VerifyRequest, verify } from '@eslabon/verifier';
import type { AgentParts } from '../agent-parts.js';
import { bundleAsOf } from '../bundles/bundle-as-of.js';

type Parts = Pick<AgentParts, 'config' | 'bundles' | 'client' | 'follower' | 'archive' | 'clock'>;

export interface PresentedOptions {
  /** Whom and what it has to be for; this authority decides. */
  policy?: Omit<Policy, 'as'>;
  /** What was read already, where reading takes more than the verifier does. */
  read?: VerifyRequest['read'];
}

/**
 * The verdict of this authority on a credential or presentation, now or as of a past instant. A chain that does not
 * answer makes the verdict UNDETERMINED, never invalid.
 */
export async function verifyPresented(
  parts: Parts,
  presented: unknown,
  at: Date | undefined,
  { policy, read }: PresentedOptions = {},
): Promise<Verdict> {
  const source = await sourceFor(parts, at).then(
    (bundle) => ({ bundle }),
    (error: unknown) => ({ failure: asFailure(error) }),
  );
  return verify({
    ...{ presented, source, at: at ?? parts.clock(), verifySignature: nativeVerifySignature },
    policy: { ...policy, as: parts.config.country },
    ...(read !== undefined && { read }),
  });
}

async function sourceFor(parts: Parts, at: Date | undefined): Promise<LoadedBundle> {
  const { loaded } = at === undefined ? await parts.bundles.latest() : await bundleAsOf(parts, at);
  return loaded;
}

function asFailure(error: unknown): EslabonError {
  if (error instanceof EslabonError) return error;
  throw error;
}
