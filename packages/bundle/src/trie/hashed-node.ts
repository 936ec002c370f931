import { bytesToHex } from '@noble/hashes/utils.js';
import { keccak256 } from '../hash/keccak256.js';

/** A trie node with its hash, so that nobody has to compute it again. */
export interface HashedNode {
  /** keccak-256 of the node, 64 hexadecimal digits. */
  hash: string;
  rlp: Uint8Array;
}

export function hashNode(rlp: Uint8Array): HashedNode {
  return { hash: bytesToHex(keccak256(rlp)), rlp };
}
