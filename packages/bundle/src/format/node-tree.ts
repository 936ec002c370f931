/**
 * A trie node as the file has it. Most of a proof is hashes, and those of nodes that are in the file themselves need not
 * be: the node stands in the place of its hash. What else follows from other parts of the file is left out, too: the
 * ends of leaves that records tell, and how RLP writes a branch.
 */
export type NodeTree = Uint8Array | BranchTree | NodeParts;

/**
 * A branch whose children are named by their hashes: which of the sixteen there are, and of these, which stand here
 * (bit 0 for child 0); the hashes of the others one after the other; those that stand here.
 */
type BranchTree = readonly [present: number, here: number, hashes: Uint8Array, ...children: NodeTree[]];

/**
 * Any other node from which something was left out: RLP, then alternately what replaces the bytes that were left out,
 * and RLP. A node replaces a hash with the byte 0xa0 before it; a number replaces the end of a leaf: the place of the
 * record that tells all of it, or, with the number of records added, of the one that tells only the key.
 */
type NodeParts = readonly (Uint8Array | NodeTree | number)[];

/** First byte of a hash in RLP: a string of 32 bytes. */
export const hashPrefix = 0xa0;

/** The end of a leaf that proves what a record says. */
export interface KnownLeaf {
  /** 32 bytes; the leaf has those that are left below its parent. */
  key: Uint8Array;
  /** RLP of its value. */
  value: Uint8Array;
}

/** Shortest end of a key that is left out. */
export const minKeyEnd = 8;

/**
 * Bytes of a key that follow the first byte of a leaf's path, from the byte before: the length of an RLP string, of
 * which the first byte has the flags and maybe half a byte of key (Yellow Paper, appendix C).
 */
export function keyEndLength(prefix: number): number {
  return prefix - 0x81;
}
