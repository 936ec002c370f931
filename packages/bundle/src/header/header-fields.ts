import type { RpcBlock } from './rpc-block.js';

export interface HeaderField {
  name: keyof RpcBlock;
  /** Size in bytes of a fixed-size field; a scalar has no leading zeros, data any size. */
  size: number | 'scalar' | 'data';
}

/** Every block has these, in this order (Yellow Paper §4.4). */
export const requiredFieldCount = 15;

/**
 * The fields of a header in RLP order. Those after the fifteenth came with forks, one after the other: London
 * (EIP-1559), Shanghai (EIP-4895), Cancun (EIP-4844, EIP-4788), Prague (EIP-7685). None exists without those before it.
 */
export const headerFields: readonly HeaderField[] = [
  { name: 'parentHash', size: 32 },
  { name: 'sha3Uncles', size: 32 },
  { name: 'miner', size: 20 },
  { name: 'stateRoot', size: 32 },
  { name: 'transactionsRoot', size: 32 },
  { name: 'receiptsRoot', size: 32 },
  { name: 'logsBloom', size: 256 },
  { name: 'difficulty', size: 'scalar' },
  { name: 'number', size: 'scalar' },
  { name: 'gasLimit', size: 'scalar' },
  { name: 'gasUsed', size: 'scalar' },
  { name: 'timestamp', size: 'scalar' },
  { name: 'extraData', size: 'data' },
  { name: 'mixHash', size: 32 },
  { name: 'nonce', size: 8 },
  { name: 'baseFeePerGas', size: 'scalar' },
  { name: 'withdrawalsRoot', size: 32 },
  { name: 'blobGasUsed', size: 'scalar' },
  { name: 'excessBlobGas', size: 'scalar' },
  { name: 'parentBeaconBlockRoot', size: 32 },
  { name: 'requestsHash', size: 32 },
];
