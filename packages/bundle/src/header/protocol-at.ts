import type { ConsensusPeriod, ConsensusProtocol } from '../trust/trust-anchor.js';

/**
 * The protocol of the block with a number.
 * @param consensus by ascending block, as a deployment or trust anchor has it.
 * @returns undefined where headers are plainly hashed.
 */
export function protocolAt(
  consensus: readonly ConsensusPeriod[] | undefined,
  number: number,
): ConsensusProtocol | undefined {
  return consensus?.findLast(({ fromBlock }) => fromBlock <= number)?.protocol;
}
