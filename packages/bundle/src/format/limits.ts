/** Bytes of a statement or key set: far above any real one; the contract takes key sets of 8,192 bytes at most. */
export const maxPart = 8192;

/** Bytes of a trie node: a branch with sixteen hashes has 532. */
export const maxNode = 1024;

/** Trie nodes; 256 authorities, more than there can be, in an ERC-1056 of millions of identities need about 2,000. */
export const maxNodes = 8192;

/** Bytes of a header, which holds the seals of all validators where a BFT protocol makes the blocks. */
export const maxHeader = 65_536;

/** Headers between the checkpoint and the bundle's block. */
export const maxHops = 256;

/** Credentials of a partner register: what fits in the bytes below, by far. */
export const maxRegisterEntries = 100_000;

/** How much of a file is read at most. */
export interface ContainerLimits {
  /** Bytes of a file. */
  maxBytes: number;
  /** Bytes of its payload once inflated. */
  maxInflatedBytes: number;
}

/** Room for a partner register of 20,000 credentials; without one a bundle has some kilobytes. */
export const defaultLimits: ContainerLimits = { maxBytes: 16 << 20, maxInflatedBytes: 32 << 20 };
