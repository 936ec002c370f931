import type { DecisionInput } from '@eslabon/client/contract';
import type { LoggedDecision } from './logged-decision.js';

/** The part of an entry that the agent takes. Note and company stay at the post. */
export function toUpload(entry: LoggedDecision): DecisionInput {
  const { note: _, asked: __, company: ___, exportedAt: ____, uploadedAt: _____, ...decision } = entry;
  return decision;
}
