import type { Address, Hash, Hex } from '@eslabon/core';

/** Where an event stands on the chain. */
export interface EthrEventPlace {
  blockNumber: number;
  /** Of the block, in Unix seconds. */
  timestamp: number;
  /** Block of the change of the same identity before this one, 0 when there is none. */
  previousChange: number;
}

/** DIDOwnerChanged. */
export interface EthrOwnerChange extends EthrEventPlace {
  kind: 'owner';
  owner: Address;
}

/** DIDDelegateChanged. A revocation is one whose `validTo` is the instant of its block. */
export interface EthrDelegateChange extends EthrEventPlace {
  kind: 'delegate';
  delegateType: Hash;
  delegate: Address;
  /** Unix seconds. */
  validTo: bigint;
}

/** DIDAttributeChanged. A revocation is one whose `validTo` is 0. */
export interface EthrAttributeChange extends EthrEventPlace {
  kind: 'attribute';
  name: Hash;
  value: Hex;
  /** Unix seconds. */
  validTo: bigint;
}

/** An event of ERC-1056 about one identity. */
export type EthrEvent = EthrOwnerChange | EthrDelegateChange | EthrAttributeChange;
