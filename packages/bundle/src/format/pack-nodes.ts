import { fromHex } from '../bytes/hex.js';
import { wrongShape } from '../codec/codec.js';
import type { HashedNode } from '../trie/hashed-node.js';
import type { Branch } from './branch-form.js';
import { byBytes, findByEnd } from './by-bytes.js';
import { maxNode, maxNodes } from './limits.js';
import type { Gap, Knowledge, NodeShape } from './node-shape.js';
import { nodeShape } from './node-shape.js';
import type { KnownLeaf, NodeTree } from './node-tree.js';

/**
 * Packs the nodes of proofs as trees (see {@link NodeTree}), in the order of their roots' hashes. A node that is named
 * twice stands where it is named first.
 * @param given in any order, maybe repeated.
 * @param leaves what the reader can tell of leaves, in an order that it has, too.
 * @throws EslabonError BUNDLE_MALFORMED for more or larger nodes than are read
 */
export function packNodes(given: readonly HashedNode[], leaves: readonly KnownLeaf[]): NodeTree[] {
  const nodes = withoutRepetitions(given);
  const known: Knowledge = {
    nodes: byBytes(nodes, ({ hash }) => fromHex(`0x${hash}`), 0),
    leaves: byBytes(leaves, ({ key }) => key, 28),
    leafCount: leaves.length,
  };
  const shapes = new Map(nodes.map((node) => [node.hash, nodeShape(node, known)]));
  const placed = new Set<string>();

  const toTree = (hash: string): NodeTree => {
    const { rlp, branch, gaps } = shapes.get(hash) as NodeShape;
    placed.add(hash);
    return branch === undefined ? toParts(rlp, gaps) : toBranch(branch);
  };

  const toBranch = (branch: Branch): NodeTree => {
    let [present, here] = [0, 0];
    const hashes: Uint8Array[] = [];
    const children: NodeTree[] = [];
    for (const [at, hash] of branch.entries()) {
      if (hash === undefined) continue;
      present |= 1 << at;
      const child = findByEnd(known.nodes, hash, 0)?.value;
      if (child === undefined || placed.has(child.hash)) hashes.push(hash);
      else {
        here |= 1 << at;
        children.push(toTree(child.hash));
      }
    }
    return [present, here, concatenate(hashes), ...children];
  };

  const toParts = (rlp: Uint8Array, gaps: readonly Gap[]): NodeTree => {
    const parts: (NodeTree | number)[] = [];
    let done = 0;
    for (const { start, end, by } of gaps) {
      if (typeof by !== 'number' && placed.has(by.hash)) continue;
      parts.push(rlp.subarray(done, start), typeof by === 'number' ? by : toTree(by.hash));
      done = end;
    }
    return parts.length === 0 ? rlp : [...parts, rlp.subarray(done)];
  };

  const named = new Set([...shapes.values()].flatMap((shape) => shape.named.map(({ hash }) => hash)));
  const roots = [...shapes.keys()].filter((hash) => !named.has(hash)).sort();
  return roots.map(toTree);
}

/** Some nodes answer a proof in an empty trie with 0x80. The empty root says as much, and nobody looks it up. */
function withoutRepetitions(given: readonly HashedNode[]): HashedNode[] {
  const nodes = given.filter(({ rlp }) => !(rlp.length === 1 && rlp[0] === 0x80));
  if (nodes.some(({ rlp }) => rlp.length > maxNode))
    throw wrongShape('bundle.nodes', `of at most ${maxNode} bytes each`);
  const distinct = new Map(nodes.map((node) => [node.hash, node]));
  if (distinct.size > maxNodes) throw wrongShape('bundle.nodes', `at most ${maxNodes}`);
  return [...distinct.values()];
}

function concatenate(hashes: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(hashes.length * 32);
  for (const [at, hash] of hashes.entries()) whole.set(hash, at * 32);
  return whole;
}
