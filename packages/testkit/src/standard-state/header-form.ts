import type { RpcBlock } from '@eslabon/bundle';
import type { Hash } from '@eslabon/core';
import { headerHash } from './header-hash.js';

/** How a chain makes the headers of its blocks out of the node's. */
export interface HeaderForm {
  /** Puts in what the chain has otherwise than the node, as far as the block's hash needs it. */
  dress<Block extends RpcBlock>(block: Block): Block;
  /** The hash of a dressed block. */
  hashOf(block: RpcBlock): Hash;
  /** Dresses it, and adds what stands in the header but does not count in its hash. */
  finish<Block extends RpcBlock>(block: Block): Promise<Block>;
}

/** As the node has them. */
export const plainHeaders: HeaderForm = {
  dress: (block) => block,
  hashOf: headerHash,
  finish: async (block) => block,
};
