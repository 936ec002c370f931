import type { Address, Country, Hash } from '@eslabon/core';

/** A contract as it was deployed: immutable, therefore its code is pinned with its address. */
export interface ContractPin {
  address: Address;
  /** keccak-256 of the runtime code. */
  codeHash: Hash;
}

/** The registries of one network. */
export interface Deployment {
  chainId: number;
  contracts: {
    /** ERC-1056 EthereumDIDRegistry. */
    didRegistry: ContractPin;
    authorityRegistry: ContractPin;
    arrangementRegistry: ContractPin;
    statusRegistry: ContractPin;
  };
  /** Block from which on the registries have events. */
  deployBlock?: number | undefined;
  /** Version of the contracts' storage layouts; a program that reads another one cannot rebuild their storage. */
  layoutVersion?: number | undefined;
}

/** A key that may attest blocks for one administration's posts. */
export interface Attestor {
  country: Country;
  /** DID URL of the key: `did:ethr:0x9e55c:0x…#controller`. */
  kid: string;
  publicKeyMultibase: string;
}

/** All that a border post is given once, out of band, and trusts from then on. */
export interface TrustAnchor extends Deployment {
  attestors: Attestor[];
}
