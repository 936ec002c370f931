import { fromHex } from '../bytes/hex.js';
import { wrongShape } from '../codec/codec.js';
import type { HashedNode } from '../trie/hashed-node.js';
import { hashNode } from '../trie/hashed-node.js';
import { writeBranch } from './branch-form.js';
import { maxNode, maxNodes } from './limits.js';
import type { KnownLeaf } from './node-tree.js';
import { hashPrefix, keyEndLength, minKeyEnd } from './node-tree.js';

/** Two tries, one below the other, of 64 levels each and a leaf. */
const maxDepth = 130;

/**
 * Puts back what `packNodes` left out. Whether it would have left out exactly this is for the caller to check, by packing
 * again.
 * @param leaves as `packNodes` had them.
 * @throws EslabonError BUNDLE_MALFORMED
 */
export function unpackNodes(raw: unknown, leaves: readonly KnownLeaf[], path: string): HashedNode[] {
  if (!Array.isArray(raw)) throw wrongShape(path, 'an array of trie nodes');
  const nodes: HashedNode[] = [];

  const read = (tree: unknown, depth: number): HashedNode => {
    if (depth > maxDepth) throw wrongShape(path, `at most ${maxDepth} trie nodes deep`);
    const node = hashNode(toRlp(tree, depth));
    if (nodes.length === maxNodes) throw wrongShape(path, `at most ${maxNodes} trie nodes`);
    nodes.push(node);
    return node;
  };

  const toRlp = (tree: unknown, depth: number): Uint8Array => {
    if (!Array.isArray(tree)) return requireBytes(tree, path);
    return typeof tree[0] === 'number' ? toBranch(tree, depth) : join(tree, depth);
  };

  const hashOf = (tree: unknown, depth: number): Uint8Array => fromHex(`0x${read(tree, depth + 1).hash}`);

  const toBranch = ([present, here, hashes, ...children]: readonly unknown[], depth: number): Uint8Array => {
    const known = requireBytes(hashes, path);
    let [taken, at] = [0, 0];
    const branch = Array.from({ length: 16 }, (_, i) => {
      const bit = 1 << i;
      if (((present as number) & bit) === 0) return undefined;
      if (((here as number) & bit) !== 0) return hashOf(children[taken++], depth);
      at += 32;
      return known.slice(at - 32, at);
    });
    if (at !== known.length || taken !== children.length) throw wrongShape(path, 'made of branches');
    return writeBranch(branch);
  };

  const join = (parts: readonly unknown[], depth: number): Uint8Array => {
    if (parts.length % 2 === 0) throw wrongShape(path, 'made of trie nodes');
    const rlp = new Uint8Array(maxNode);
    let size = 0;
    const append = (bytes: Uint8Array): void => {
      if (size + bytes.length > maxNode) throw wrongShape(path, `made of nodes of at most ${maxNode} bytes`);
      rlp.set(bytes, size);
      size += bytes.length;
    };
    for (const [at, part] of parts.entries()) {
      if (at % 2 === 0) append(requireBytes(part, path));
      else if (typeof part === 'number') append(leafEnd(part, rlp[size - 2], leaves, path));
      else {
        append(Uint8Array.of(hashPrefix));
        append(hashOf(part, depth));
      }
    }
    return rlp.slice(0, size);
  };

  for (const tree of raw) read(tree, 0);
  return nodes;
}

function requireBytes(part: unknown, path: string): Uint8Array {
  if (!(part instanceof Uint8Array) || part.length > maxNode) {
    throw wrongShape(path, `made of byte strings of at most ${maxNode} bytes`);
  }
  return part;
}

function leafEnd(
  place: number,
  prefix: number | undefined,
  leaves: readonly KnownLeaf[],
  path: string,
): Uint8Array {
  const isWhole = place < leaves.length;
  const leaf = leaves[isWhole ? place : place - leaves.length];
  const length = keyEndLength(prefix ?? 0);
  if (leaf === undefined || length < minKeyEnd || length > 32)
    throw wrongShape(path, 'made of ends of known leaves');
  const key = leaf.key.subarray(32 - length);
  return isWhole ? Uint8Array.from([...key, ...leaf.value]) : key;
}
