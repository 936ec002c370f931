import type { Address, Country, Hash } from '@eslabon/core';

/** A contract as it was deployed: immutable, therefore its code is pinned with its address. */
export interface ContractPin {
  address: Address;
  /** keccak-256 of the runtime code. */
  codeHash: Hash;
}

/** BFT protocols whose headers carry validators' seals, and whose block hashes leave them out (proofs.md §3). */
export type ConsensusProtocol = 'qbft' | 'ibft2';

/** From a block on, a chain's headers are of this protocol. A chain may have moved from one to the other. */
export interface ConsensusPeriod {
  fromBlock: number;
  protocol: ConsensusProtocol;
}

/** The registries of one network. */
export interface Deployment {
  chainId: number;
  /** By ascending block, the first from block 0. Absent where a header's hash is plainly its keccak-256. */
  consensus?: ConsensusPeriod[] | undefined;
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

/** A block whose validators a reader trusts. */
export interface Checkpoint {
  number: number;
  hash: Hash;
  /** Unix seconds. */
  timestamp: number;
  /** The validators that the header of the block declares, ascending. */
  validators: Address[];
}

/** What a reader needs to follow the validators by itself (proofs.md §3). Needs `consensus`. */
export interface SealTrust {
  checkpoint: Checkpoint;
  /** Seconds after its block for which a set of validators may vouch for the next one. */
  trustingPeriod: number;
  /** Fewest validators accepted; 4 unless told. Fewer than 4 do not survive a single traitor. */
  minValidators?: number | undefined;
}

/** All that a border post is given once, out of band, and trusts from then on. */
export interface TrustAnchor extends Deployment {
  /** Keys whose word on a block is taken; may be none where `seals` are followed. */
  attestors: Attestor[];
  /** Absent where the reader does not follow the validators. */
  seals?: SealTrust | undefined;
}
