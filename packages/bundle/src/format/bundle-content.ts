import type { Address, RegistryFacts } from '@eslabon/core';

/** The parts of a bundle file. Nothing of them is proven: {@link openBundle} does that. */
export interface BundleContent {
  chainId: number;
  /** RLP of the block header that the bundle stands on. */
  header: Uint8Array;
  trust: {
    mode: 'attested';
    /** Compact JWS made by {@link attestBlock}. */
    statement: string;
  };
  /** RLP of the trie nodes that prove the accounts and ERC-1056 `changed`, in any order. */
  nodes: Uint8Array[];
  facts: RegistryFacts;
  /** What `encodeKeySet` gave, of every authority that attested keys. */
  keySets: { authority: Address; bytes: Uint8Array }[];
}
