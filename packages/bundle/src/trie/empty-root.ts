import { keccak256 } from '../hash/keccak256.js';

/** Root of a trie without entries: the hash of an empty RLP string. */
export const emptyTrieRoot: Uint8Array = keccak256(Uint8Array.of(0x80));
