import type { Address, Hash } from '@eslabon/core';
import { parseAbi } from 'viem';

/** What the hub carries out for whoever signed it: a call, or a creation when `to` is zero. */
export interface Forward {
  from: Address;
  to: Address;
  value: bigint;
  /** Nonces of different spaces have nothing to do with each other; within one they may be used in any order. */
  space: number;
  nonce: bigint;
  /** Unix seconds. */
  deadline: bigint;
  /** keccak-256 of the calldata or creation code. */
  dataHash: Hash;
  /** The only account that may submit it. */
  caller: Address;
}

/** What is used of LACChain's PermissionedMetaTxHub. */
export const hubAbi = parseAbi([
  'struct Forward { address from; address to; uint256 value; uint32 space; uint256 nonce; uint256 deadline; bytes32 dataHash; address caller; }',
  'function execute(Forward forward, bytes callData, bytes signature) payable',
  'function isNonceUsed(address from, uint32 space, uint256 nonce) view returns (bool)',
  'event ContractDeployed(address indexed signer, address deployed, bytes32 dataHash)',
]);

/** EIP-712 type that is signed. */
export const forwardTypes = {
  Forward: [
    { name: 'from', type: 'address' },
    { name: 'to', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'space', type: 'uint32' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
    { name: 'dataHash', type: 'bytes32' },
    { name: 'caller', type: 'address' },
  ],
} as const;

/** EIP-712 domain of a hub. */
export function forwardDomain(chainId: number, hub: Address) {
  return { name: 'PermissionedMetaTxHub', version: '1', chainId, verifyingContract: hub } as const;
}
