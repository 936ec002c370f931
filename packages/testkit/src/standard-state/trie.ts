import type { Hex } from '@eslabon/core';
import { keccak256, toRlp } from 'viem';

/** What RLP encodes. */
type Structure = Hex | readonly Structure[];

/** Hashed key in 64 hexadecimal digits, and value. */
export type TrieEntry = readonly [key: string, value: Hex];

interface TrieNode {
  /** What is below it, and how many digits above it: a node with the same two is the same. */
  entries: readonly TrieEntry[];
  depth: number;
  rlp: Hex;
  /** How the parent names it: by its hash, or whole when it is shorter than 32 bytes. */
  reference: Structure;
  /** Digits that a leaf or an extension adds to the path; a branch adds none. */
  path: string;
  /** 16 of a branch, one of an extension, none of a leaf. */
  children: readonly (TrieNode | undefined)[];
}

export interface Trie {
  root: Hex;
  /** Absent when the trie is empty. */
  top: TrieNode | undefined;
  /** RLP of the nodes that prove what the trie has at a key, or that it has nothing (EIP-1186). */
  prove(key: string): Hex[];
}

/**
 * Merkle-Patricia trie (Yellow Paper, appendix D) with these entries, in any order. Where nothing changed since an
 * earlier trie, its nodes are taken over: entries count as the same when they are the same object.
 */
export function buildTrie(entries: Iterable<TrieEntry>, earlier?: Trie): Trie {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  if (sorted.length === 0) return { root: keccak256(toRlp('0x')), top: undefined, prove: () => [] };
  const top = buildNode(sorted, 0, earlier?.top);
  return { root: keccak256(top.rlp), top, prove: (key) => prove(top, key) };
}

function prove(root: TrieNode, key: string): Hex[] {
  const nodes = [root.rlp];
  for (let node: TrieNode | undefined = root, depth = 0; node; ) {
    if (!key.startsWith(node.path, depth)) break;
    depth += node.path.length;
    node =
      node.children.length === 16
        ? node.children[Number.parseInt(key[depth++] as string, 16)]
        : node.children[0];
    if (node && typeof node.reference === 'string') nodes.push(node.rlp);
  }
  return nodes;
}

function buildNode(entries: readonly TrieEntry[], depth: number, earlier: TrieNode | undefined): TrieNode {
  if (earlier && isSame(earlier, entries, depth)) return earlier;
  const [first, value] = entries[0] as TrieEntry;
  if (entries.length === 1) {
    const path = first.slice(depth);
    return finish({ entries, depth, path, children: [] }, [hexPrefix(path, true), value]);
  }
  const last = (entries.at(-1) as TrieEntry)[0];
  let end = depth;
  while (first[end] === last[end]) end++;
  const isExtension = earlier?.children.length === 1;
  const branch = buildBranch(entries, end, isExtension ? earlier.children[0] : earlier);
  if (end === depth) return branch;
  const path = first.slice(depth, end);
  return finish({ entries, depth, path, children: [branch] }, [hexPrefix(path, false), branch.reference]);
}

function buildBranch(entries: readonly TrieEntry[], depth: number, earlier: TrieNode | undefined): TrieNode {
  const children = Array.from('0123456789abcdef', (digit, index) => {
    const below = entries.filter(([key]) => key[depth] === digit);
    return below.length === 0 ? undefined : buildNode(below, depth + 1, earlier?.children[index]);
  });
  const structure = [...children.map((child) => child?.reference ?? '0x'), '0x'] as const;
  return finish({ entries, depth, path: '', children }, structure);
}

function isSame(earlier: TrieNode, entries: readonly TrieEntry[], depth: number): boolean {
  return (
    earlier.depth === depth &&
    earlier.entries.length === entries.length &&
    entries.every((entry, index) => entry === earlier.entries[index])
  );
}

function finish(node: Omit<TrieNode, 'rlp' | 'reference'>, structure: Structure): TrieNode {
  // viem's type asks for arrays that can be written to; it does not write.
  const rlp = toRlp(structure as Hex[]);
  return { ...node, rlp, reference: rlp.length < 66 ? structure : keccak256(rlp) };
}

/** Yellow Paper, appendix C. */
function hexPrefix(path: string, isLeaf: boolean): Hex {
  const flag = isLeaf ? 2 : 0;
  return path.length % 2 === 0 ? `0x${flag}0${path}` : `0x${flag + 1}${path}`;
}
