import type { RpcBlock } from '@eslabon/bundle';
import { encodeExtraData } from '@eslabon/bundle';
import { bytesToHex } from 'viem';
import type { HeaderSeal } from './header-seal.js';

const vanity = new Uint8Array(32);
/** keccak-256 of the RLP of an empty list: a block without ommers. */
const noOmmers = '0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347';
/** “ctical byzantine fault tolerance”. */
const mixHash = '0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365';
/** anvil shows them in a genesis block of a fork that has none. */
const noBlobs = { blobGasUsed: undefined, excessBlobGas: undefined };

/**
 * Puts into a block what a BFT protocol has in every header, all but the seals themselves. That is enough for its hash,
 * which leaves them out.
 */
export function dressHeader<Block extends RpcBlock>(
  block: Block,
  seal: HeaderSeal,
  seals: Uint8Array[] = [],
) {
  const { protocol, validators, proposer, vote, round } = seal;
  const extraData = encodeExtraData(protocol, { vanity, validators, vote, round, seals });
  return {
    ...block,
    ...(block.baseFeePerGas == null ? noBlobs : {}),
    sha3Uncles: noOmmers,
    miner: proposer,
    difficulty: '0x1',
    extraData: bytesToHex(extraData),
    mixHash,
    nonce: '0x0000000000000000',
  };
}
