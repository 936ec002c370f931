import { EslabonError } from '@eslabon/core';
import type { ProveStateOptions } from '../collect/prove-state.js';
import { proveState } from '../collect/prove-state.js';
import { archiveState } from './archive-state.js';
import type { ProofArchive } from './proof-archive.js';

export interface ArchiveStatesOptions extends Omit<ProveStateOptions, 'archive'> {
  archive: ProofArchive;
  /** Is told of each block that was archived. */
  onKept?: (blockNumber: number) => void;
}

/**
 * Proves blocks and keeps the proofs, the newest first: nodes forget the oldest state first, so that where one block's
 * state is gone from all nodes, that of those before it is taken to be gone too.
 * @param blockNumbers ascending, all of them followed by the index
 * @returns the newest block that cannot be proven, because no node has its state any more or not all contracts were there
 * yet, if there is one; all after it are archived
 * @throws EslabonError as `proveState`: what was archived until then stays
 */
export async function archiveStates(
  { archive, onKept, ...options }: ArchiveStatesOptions,
  blockNumbers: readonly number[],
): Promise<number | undefined> {
  for (const blockNumber of blockNumbers.toReversed()) {
    try {
      await archiveState(archive, options.client.chainId, await proveState(options, blockNumber));
      onKept?.(blockNumber);
    } catch (error) {
      if (error instanceof EslabonError && cannotBeProven(error)) return blockNumber;
      throw error;
    }
  }
  return undefined;
}

/** Neither will the blocks before it. A node that has not got the block at all may have it later. */
function cannotBeProven({ details }: EslabonError): boolean {
  return details.isPruned === true || details.isAbsent === true;
}
