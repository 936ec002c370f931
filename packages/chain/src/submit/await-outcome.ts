import type { Hash } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { Outcome, Submitter } from './submitter.js';

export interface AwaitOutcomeOptions {
  /** Milliseconds; 60,000 when absent. */
  timeoutMs?: number;
  /** Milliseconds between two questions; 100 when absent. */
  pollMs?: number;
}

/**
 * Waits until a transaction is mined or reverted.
 * @throws EslabonError CHAIN_TIMEOUT when it is still pending at the limit; CHAIN_UNREACHABLE as it occurs
 */
export async function awaitOutcome(
  submitter: Pick<Submitter, 'outcome'>,
  hash: Hash,
  { timeoutMs = 60_000, pollMs = 100 }: AwaitOutcomeOptions = {},
): Promise<Exclude<Outcome, { state: 'pending' }>> {
  for (const deadline = Date.now() + timeoutMs; ; ) {
    const outcome = await submitter.outcome(hash);
    if (outcome.state !== 'pending') return outcome;
    if (Date.now() >= deadline) break;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  throw new EslabonError('CHAIN_TIMEOUT', `Transaction ${hash} is not mined after ${timeoutMs} ms.`, {
    hints: ['Ask for its outcome again later; do not send it twice.'],
    details: { hash },
  });
}
