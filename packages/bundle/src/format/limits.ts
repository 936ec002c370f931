/** Bytes of a statement, node or key set: far above any real one; the contract takes key sets of 8,192 bytes at most. */
export const maxPart = 8192;

/** Bytes of a header, which holds the seals of all validators where a BFT protocol makes the blocks. */
export const maxHeader = 65_536;

/** Headers between the checkpoint and the bundle's block. */
export const maxHops = 256;
