import type { EslabonError } from '@eslabon/core';

/**
 * What a failure says of the node it came from.
 * - `outage`: it does not answer, or refuses to.
 * - `wrong`: it is of another chain, or gave what does not hold against itself.
 * - `disputed`: it contradicts what was followed before. Which of the two is wrong shows when another node is asked.
 * - `harmless`: it has not got what was asked for, yet or any longer.
 */
export type Gravity = 'outage' | 'wrong' | 'disputed' | 'harmless';

/** `undefined` when the node is not to blame. */
export function gravityOf({ code, details }: EslabonError): Gravity | undefined {
  switch (code) {
    case 'CHAIN_UNREACHABLE':
      return 'outage';
    case 'CHAIN_MISMATCH':
      // Another chain id is the node's own; other contracts may be a deployment that is wrong, or not there yet.
      return details.contract === undefined ? 'wrong' : 'disputed';
    case 'CHAIN_RESPONSE_INVALID':
      return details.rpcCode === undefined ? 'wrong' : 'outage';
    case 'CHAIN_INDEX_DIVERGED':
    case 'CHAIN_FORKED':
    // Its headers do not follow from the checkpoint: they are made up, or too many validators have changed.
    case 'BUNDLE_CHECKPOINT':
      return 'disputed';
    case 'CHAIN_BLOCK_UNKNOWN':
    case 'CHAIN_LAGGING':
      return 'harmless';
    default:
      return undefined;
  }
}
