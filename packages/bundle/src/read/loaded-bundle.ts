import type { Address, AuthorityRecord, Country, Hash, RegistryFacts } from '@eslabon/core';
import type { KeySetKey } from '../key-set/key-set.js';
import type { Checkpoint, ConsensusProtocol, Deployment } from '../trust/trust-anchor.js';

/** An authority with its keys, as proven. */
export interface Issuer {
  record: AuthorityRecord;
  /** Empty when it attested none, or bytes that are no key set. */
  keys: KeySetKey[];
  /**
   * True when the keys are all its keys: ERC-1056 `changed` is proven to be the block that the attested key set reflects.
   * False when it changed since, or when there is no key set that can be read.
   */
  keysCurrent: boolean;
  /** ERC-1056 `changed` block, 0 when it never changed. */
  changedBlock: number;
}

export interface StatusBits {
  revoked: boolean;
  suspended: boolean;
}

/** How the block was trusted. */
export type ProvenTrust =
  | {
      mode: 'attested';
      /** Key id of the attestor. */
      attestor: string;
      country: Country;
    }
  | {
      mode: 'sealed';
      protocol: ConsensusProtocol;
      /** How many validators the block declares, and how many of them sealed it. */
      validators: number;
      signers: number;
      /** Headers between the checkpoint and the block that had to be followed. */
      hops: number;
      /** The block as a checkpoint, to go on from with the next bundle. */
      checkpoint: Checkpoint;
    };

/** What a bundle proves, once everything in it was checked. */
export interface LoadedBundle {
  chainId: number;
  deployment: Deployment;
  block: {
    number: number;
    hash: Hash;
    /** Unix seconds. */
    timestamp: number;
  };
  trust: ProvenTrust;
  facts: RegistryFacts;
  /** By address, removed authorities included. */
  issuers: Map<Address, Issuer>;
  /**
   * The two status bits of an index from 0 to 1,048,575 in an authority's list. A list never written to has none set.
   * @throws EslabonError INPUT_INVALID for an index that no list has.
   */
  status(authority: Address, list: number, index: number): StatusBits;
  /**
   * Credentials of the partner register with this tax number, none when the bundle has no register. They are to be
   * verified as if presented: that one is here proves nothing, and that none is here neither.
   */
  find(country: Country, tin: string): readonly string[];
  /** How many credentials the partner register has; absent when the bundle has no register. */
  registerSize?: number | undefined;
}
