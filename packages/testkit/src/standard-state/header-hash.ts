import type { RpcBlock } from '@eslabon/bundle';
import type { Hash, Hex } from '@eslabon/core';
import { keccak256, toRlp } from 'viem';
import { rlpScalar } from './world-state.js';

/** Header fields up to Berlin in their order (Yellow Paper, §4.3); numbers are marked. */
const fields: readonly (readonly [name: keyof RpcBlock, isNumber: boolean])[] = [
  ['parentHash', false],
  ['sha3Uncles', false],
  ['miner', false],
  ['stateRoot', false],
  ['transactionsRoot', false],
  ['receiptsRoot', false],
  ['logsBloom', false],
  ['difficulty', true],
  ['number', true],
  ['gasLimit', true],
  ['gasUsed', true],
  ['timestamp', true],
  ['extraData', false],
  ['mixHash', false],
  ['nonce', false],
];

/** Hash of a block's header, from the JSON of `eth_getBlockByNumber`. */
export function headerHash(block: RpcBlock): Hash {
  const values = fields.map(([name, isNumber]) => {
    const value = block[name] as Hex;
    return isNumber ? rlpScalar(BigInt(value)) : value;
  });
  return keccak256(toRlp(values));
}
