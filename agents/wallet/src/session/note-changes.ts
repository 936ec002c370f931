import { makeNotices } from '../data/make-notices.js';
import { blockTimeOf, type ReadyFacts, readyState } from './ready-state.js';

/** Makes notices of what changed since it was shown last. */
export async function noteChanges(facts: ReadyFacts): Promise<void> {
  const { vault, bundle, now } = facts;
  const { certificates: views } = readyState(facts);
  const { certificates: rows, notices } = vault.contents;
  const change = makeNotices({ rows, views, notices, blockTime: bundle && blockTimeOf(bundle), now });
  if (change !== undefined) await vault.change(change);
}
