import { EslabonError } from '@eslabon/core';
import { compareBytes } from '../bytes/compare-bytes.js';
import { keccak256 } from '../hash/keccak256.js';
import { rlpEncode } from '../rlp/rlp-encode.js';
import { rlpList } from '../rlp/rlp-list.js';
import { emptyTrieRoot } from './empty-root.js';
import { encodeHexPrefix } from './hex-prefix.js';
import { nibbleAt } from './nibbles.js';

/** Key (hashed already where the trie is a secure one) and value. */
export type TriePair = readonly [key: Uint8Array, value: Uint8Array];

const noChild = Uint8Array.of(0x80);

/**
 * Root hash of the Merkle-Patricia trie with these entries (Yellow Paper, appendix D), built bottom-up from the sorted
 * keys without storing a node.
 * @param pairs in any order; keys all of one length, none twice; values not empty.
 * @throws EslabonError PROOF_MALFORMED when the entries break these rules.
 */
export function trieRoot(pairs: readonly TriePair[]): Uint8Array {
  if (pairs.length === 0) return emptyTrieRoot;
  const sorted = [...pairs].sort((a, b) => compareBytes(a[0], b[0]));
  requireEntries(sorted);
  return keccak256(encodeNode(sorted, 0, sorted.length, 0));
}

function requireEntries(sorted: readonly TriePair[]): void {
  let previous: Uint8Array | undefined;
  for (const [key, value] of sorted) {
    if (previous !== undefined && (key.length !== previous.length || compareBytes(previous, key) === 0)) {
      throw new EslabonError('PROOF_MALFORMED', 'Trie keys must have one length, and none may occur twice.');
    }
    if (value.length === 0) {
      throw new EslabonError('PROOF_MALFORMED', 'A trie cannot hold an empty value: leave the entry out.');
    }
    previous = key;
  }
}

/** RLP of the node that holds entries `low`..`high` of the sorted list, whose keys agree in `depth` nibbles. */
function encodeNode(pairs: readonly TriePair[], low: number, high: number, depth: number): Uint8Array {
  const [first, value] = pairs[low] as TriePair;
  if (high - low === 1) {
    return rlpEncode([encodeHexPrefix(first, depth, first.length * 2, true), value]);
  }
  const last = (pairs[high - 1] as TriePair)[0];
  let shared = depth;
  while (nibbleAt(first, shared) === nibbleAt(last, shared)) shared++;
  if (shared === depth) return encodeBranch(pairs, low, high, depth);
  const path = rlpEncode(encodeHexPrefix(first, depth, shared, false));
  return rlpList([path, reference(encodeBranch(pairs, low, high, shared))]);
}

function encodeBranch(pairs: readonly TriePair[], low: number, high: number, depth: number): Uint8Array {
  const parts = new Array<Uint8Array>(17).fill(noChild);
  for (let start = low; start < high; ) {
    const nibble = nibbleAt((pairs[start] as TriePair)[0], depth);
    let end = start + 1;
    while (end < high && nibbleAt((pairs[end] as TriePair)[0], depth) === nibble) end++;
    parts[nibble] = reference(encodeNode(pairs, start, end, depth + 1));
    start = end;
  }
  return rlpList(parts);
}

/** How a parent names a child: nodes below 32 bytes are embedded, others named by their hash. */
function reference(node: Uint8Array): Uint8Array {
  if (node.length < 32) return node;
  const out = new Uint8Array(33);
  out[0] = 0xa0;
  out.set(keccak256(node), 1);
  return out;
}
