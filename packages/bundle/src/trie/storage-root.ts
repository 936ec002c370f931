import { toWord } from '../bytes/word.js';
import { keccak256 } from '../hash/keccak256.js';
import { rlpEncode } from '../rlp/rlp-encode.js';
import { rlpScalar } from '../rlp/rlp-scalar.js';
import type { TriePair } from './trie-root.js';
import { trieRoot } from './trie-root.js';

/**
 * The `storageRoot` of an account with these storage slots: a secure trie of keccak(slot) → RLP scalar. A slot with
 * value 0 is absent, as on the chain.
 */
export function storageRoot(slots: ReadonlyMap<bigint, bigint>): Uint8Array {
  const pairs: TriePair[] = [];
  for (const [slot, value] of slots) {
    if (value !== 0n) pairs.push([keccak256(toWord(slot)), rlpEncode(rlpScalar(value))]);
  }
  return trieRoot(pairs);
}
