import type { IssuerChain } from './open-issuer-chain.js';

const everyMs = 3_600_000;

/** Looks at the certificates every hour: an agent that issues nothing for weeks must say too that they expire. @returns how to stop */
export function keepChainWatched(chain: IssuerChain): () => Promise<void> {
  chain.current();
  const timer = setInterval(() => chain.current(), everyMs);
  return async () => clearInterval(timer);
}
