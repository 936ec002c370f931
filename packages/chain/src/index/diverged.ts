import { EslabonError } from '@eslabon/core';

/** The events do not add up to what the chain stores: some are missing, or altered. */
export function diverged(sentence: string, details: Readonly<Record<string, unknown>> = {}): EslabonError {
  return new EslabonError('CHAIN_INDEX_DIVERGED', sentence, {
    hints: [
      'The node lost or altered events. Reset the index and read them anew, from another node if it recurs.',
    ],
    details,
  });
}
