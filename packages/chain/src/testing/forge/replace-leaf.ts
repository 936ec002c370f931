import type { RlpItem } from '@eslabon/bundle';
import { keccak256, rlpDecode, rlpEncode } from '@eslabon/bundle';
import type { Hash } from '@eslabon/core';
import { bytesToHex, hexToBytes } from 'viem';

/** Nodes of tries by their hashes. */
export type TrieNodes = Map<Hash, Uint8Array>;

/**
 * Gives a key of a trie another value, and every node on the way to it the new hash of the one below. The nodes that stood
 * there before are gone from the set.
 * @param key as hashed: 32 bytes
 * @returns the new root
 */
export function replaceLeaf(nodes: TrieNodes, root: Hash, key: Uint8Array, value: Uint8Array): Hash {
  const digits = bytesToHex(key).slice(2);

  function take(hash: Hash): RlpItem {
    const rlp = nodes.get(hash);
    if (rlp === undefined) throw new Error(`The proof lacks the node ${hash}.`);
    nodes.delete(hash);
    return rlpDecode(rlp);
  }

  /** @returns how the parent names the node from now on: by its hash, or whole when it is shorter than one */
  function descend(reference: RlpItem, depth: number): RlpItem {
    const items = [
      ...((reference instanceof Uint8Array ? take(bytesToHex(reference)) : reference) as RlpItem[]),
    ];
    if (items.length === 17) {
      const digit = Number.parseInt(digits[depth] as string, 16);
      items[digit] = descend(items[digit] as RlpItem, depth + 1);
    } else {
      const path = bytesToHex(items[0] as Uint8Array).slice(2);
      const flag = Number.parseInt(path[0] as string, 16);
      const own = flag % 2 === 1 ? path.slice(1) : path.slice(2);
      if (!digits.startsWith(own, depth)) throw new Error('The trie has no such key.');
      items[1] = flag >= 2 ? value : descend(items[1] as RlpItem, depth + own.length);
    }
    const rlp = rlpEncode(items);
    if (rlp.length < 32) return items;
    const hash = keccak256(rlp);
    nodes.set(bytesToHex(hash), rlp);
    return hash;
  }

  const changed = descend(hexToBytes(root), 0);
  return bytesToHex(changed instanceof Uint8Array ? changed : keccak256(rlpEncode(changed)));
}
