import type { Hash } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import type { Outcome } from './submitter.js';

/** The error for a transaction that was not carried out. */
export function toRefusal(hash: Hash, outcome: Extract<Outcome, { state: 'reverted' }>): EslabonError {
  const { code, error, hints = [] } = outcome;
  return new EslabonError(code, `The chain refused ${hash}: ${error}.`, { hints, details: { hash, error } });
}
