import type { Address, Country, RegistryFacts } from '@eslabon/core';

/** What makes a reader believe the header. */
export type BundleTrust =
  | {
      mode: 'attested';
      /** Compact JWS made by {@link attestBlock}. */
      statement: string;
    }
  | {
      mode: 'sealed';
      /** RLP of the sealed headers between the checkpoint and the bundle's block, by ascending number; often none. */
      hops: Uint8Array[];
    };

/** A credential of the partner register, for officers who have only the company's tax number. Proven by nothing. */
export interface RegisterEntry {
  country: Country;
  /** The national tax number, as the credential has it. */
  tin: string;
  /** The certificate's credential, compact. */
  credential: string;
}

/** The parts of a bundle file. Nothing of them is proven: {@link openBundle} does that. */
export interface BundleContent {
  chainId: number;
  /** RLP of the block header that the bundle stands on. */
  header: Uint8Array;
  trust: BundleTrust;
  /** RLP of the trie nodes that prove the accounts and ERC-1056 `changed`, in any order. */
  nodes: Uint8Array[];
  facts: RegistryFacts;
  /** What `encodeKeySet` gave, of every authority that attested keys. */
  keySets: { authority: Address; bytes: Uint8Array }[];
  /** Credentials that the agent's authority may see. Business data: only for its own posts. */
  register?: RegisterEntry[] | undefined;
}
