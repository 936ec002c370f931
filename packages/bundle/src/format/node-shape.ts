import { compareBytes } from '../bytes/compare-bytes.js';
import type { HashedNode } from '../trie/hashed-node.js';
import type { Branch } from './branch-form.js';
import { readBranch } from './branch-form.js';
import type { ByBytes } from './by-bytes.js';
import { findByEnd } from './by-bytes.js';
import type { KnownLeaf } from './node-tree.js';
import { hashPrefix, keyEndLength, minKeyEnd } from './node-tree.js';

/** Bytes to leave out of a node, and what replaces them. */
export interface Gap {
  start: number;
  end: number;
  by: HashedNode | number;
}

/** A node, and which other nodes it names. */
export interface NodeShape extends HashedNode {
  branch: Branch | undefined;
  /** Of a node that is no branch. */
  gaps: readonly Gap[];
  named: readonly HashedNode[];
}

/** What the shape of a node depends on. */
export interface Knowledge {
  /** Known by the beginning of their hashes. */
  nodes: ByBytes<HashedNode>;
  /** Known by the ends of their keys. */
  leaves: ByBytes<KnownLeaf>;
  leafCount: number;
}

export function nodeShape(node: HashedNode, known: Knowledge): NodeShape {
  const branch = readBranch(node.rlp);
  if (branch === undefined) {
    const gaps = findGaps(node.rlp, known);
    return { ...node, branch, gaps, named: gaps.flatMap(({ by }) => (typeof by === 'number' ? [] : by)) };
  }
  const named = branch.flatMap((hash) =>
    hash === undefined ? [] : (findByEnd(known.nodes, hash, 0)?.value ?? []),
  );
  return { ...node, branch, gaps: [], named };
}

function findGaps(rlp: Uint8Array, known: Knowledge): Gap[] {
  const gaps: Gap[] = [];
  const leafEnd = findLeafEnd(rlp, known);
  if (leafEnd !== undefined) gaps.push(leafEnd);
  for (let at = leafEnd?.end ?? 0; at + 33 <= rlp.length; ) {
    const end = at + 33;
    const node = rlp[at] === hashPrefix ? findByEnd(known.nodes, rlp.subarray(at + 1, end), 0) : undefined;
    if (node !== undefined) gaps.push({ start: at, end, by: node.value });
    at = node === undefined ? at + 1 : end;
  }
  return gaps;
}

/** The end of a known key in the first member of a list, which is where a leaf has its path, and maybe the value. */
function findLeafEnd(rlp: Uint8Array, { leaves, leafCount }: Knowledge): Gap | undefined {
  const first = rlp[0] ?? 0;
  const prefixAt = first > 0xf7 ? first - 0xf6 : 1;
  const length = keyEndLength(rlp[prefixAt] ?? 0);
  const start = prefixAt + 2;
  const end = start + length;
  if (length < minKeyEnd || length > 32 || end > rlp.length) return undefined;
  const leaf = findByEnd(leaves, rlp.subarray(start, end), length - 4);
  if (leaf === undefined) return undefined;
  const isWhole = compareBytes(leaf.value.value, rlp.subarray(end)) === 0;
  return isWhole ? { start, end: rlp.length, by: leaf.place } : { start, end, by: leaf.place + leafCount };
}
