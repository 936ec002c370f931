import { EslabonError } from '@eslabon/core';
import type { EthrEvent } from './ethr-event.js';

/**
 * Checks that the events of an identity are whole and in their order: ERC-1056 links each change to the block of the one
 * before it, and keeps the block of the newest as `changed(identity)`. That proves every block, and in each the first
 * change; of later ones in the same block there is no trace but themselves.
 * @throws EslabonError CHAIN_INDEX_DIVERGED
 */
export function checkEthrEvents(events: readonly EthrEvent[], changed: number): void {
  let last = 0;
  for (const { previousChange, blockNumber } of events) {
    if (previousChange !== last || blockNumber < last) {
      throw diverged(`A change in block ${blockNumber} follows one in block ${previousChange}, not ${last}`);
    }
    last = blockNumber;
  }
  if (last !== changed)
    throw diverged(`The newest change is in block ${changed}, its newest event in block ${last}`);
}

function diverged(sentence: string): EslabonError {
  return new EslabonError('CHAIN_INDEX_DIVERGED', `${sentence}: events of the identity are missing.`, {
    hints: ['The node or the index lost events. Read them anew, from another node if it recurs.'],
  });
}
