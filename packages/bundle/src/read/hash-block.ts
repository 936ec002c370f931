import type { Hash } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { blockHash } from '../header/block-hash.js';
import type { BlockHeader } from '../header/decode-header.js';
import { protocolAt } from '../header/protocol-at.js';
import type { ConsensusPeriod } from '../trust/trust-anchor.js';

/**
 * The block's hash, by the protocol that the chain has at its number. Seals are not checked.
 * @throws EslabonError BUNDLE_HEADER when the header is none of that protocol.
 */
export function hashBlock(consensus: readonly ConsensusPeriod[] | undefined, block: BlockHeader): Hash {
  try {
    return blockHash(protocolAt(consensus, block.number), block);
  } catch (cause) {
    const reason = cause instanceof EslabonError ? cause.message : String(cause);
    throw new EslabonError(
      'BUNDLE_HEADER',
      `The bundle's block ${block.number} cannot be hashed: ${reason}`,
      {
        cause,
        hints: ['Compare “consensus” in the trust anchor with the protocol of the chain.'],
      },
    );
  }
}
