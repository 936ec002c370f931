import { createMerkleProof, createMPT, type MerklePatriciaTrie } from '@ethereumjs/mpt';
import { describe, expect, it } from '@jest/globals';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { encodeCbor } from '../codec/cbor.js';
import { keccak256 } from '../hash/keccak256.js';
import { rlpDecode } from '../rlp/rlp-decode.js';
import { rlpEncode } from '../rlp/rlp-encode.js';
import type { HashedNode } from '../trie/hashed-node.js';
import { hashNode } from '../trie/hashed-node.js';
import { writeBranch } from './branch-form.js';
import { maxNode, maxNodes } from './limits.js';
import type { KnownLeaf, NodeTree } from './node-tree.js';
import { packNodes } from './pack-nodes.js';
import { unpackNodes } from './unpack-nodes.js';

const storedValue = (entry: number): Uint8Array => rlpEncode(Uint8Array.of(1, entry & 255));
/** What a record tells of a leaf; every fifth record is wrong about its value. */
const leafOf = (entry: number): KnownLeaf => ({
  key: keyOf(entry),
  value: rlpEncode(storedValue(entry % 5 === 0 ? entry + 1 : entry)),
});
const keyOf = (entry: number): Uint8Array => keccak256(Uint8Array.of(entry >> 8, entry & 255));
const sorted = (nodes: readonly HashedNode[]) => [...nodes].sort((a, b) => (a.hash < b.hash ? -1 : 1));

async function trieOf(entries: number): Promise<MerklePatriciaTrie> {
  const trie = await createMPT();
  for (let entry = 0; entry < entries; entry++) await trie.put(keyOf(entry), storedValue(entry));
  return trie;
}

async function prove(trie: MerklePatriciaTrie, keys: readonly Uint8Array[]): Promise<HashedNode[]> {
  const nodes = new Map<string, HashedNode>();
  for (const key of keys) {
    for (const node of await createMerkleProof(trie, key)) nodes.set(hashNode(node).hash, hashNode(node));
  }
  return [...nodes.values()];
}

describe('trie nodes in a file', () => {
  it('come back from any proof, with what the reader can tell and with other things', async () => {
    const tries = await Promise.all([1, 2, 17, 300].map(trieOf));
    const asked = fc.array(fc.nat(400), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...tries), asked, asked, async (trie, entries, known) => {
        const nodes = await prove(trie, entries.map(keyOf));
        for (const leaves of [entries.map(leafOf), known.map(leafOf), []]) {
          const packed = packNodes(nodes, leaves);
          expect(sorted(unpackNodes(packed, leaves, 'nodes'))).toEqual(sorted(nodes));
          expect(packNodes([...nodes].reverse(), leaves)).toEqual(packed);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('come back whatever their bytes are', () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc.constant(Uint8Array.of(0xa0)),
      fc.constantFrom('first', 'second', 'third'),
      fc.constantFrom('key', 'leaf', 'branch'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 6 }), { maxLength: 6 }), (shapes) => {
        const made: HashedNode[] = [];
        const leaf = leafOf(5);
        for (const shape of shapes) {
          const hashes = made.slice(0, 3).map(({ hash }) => hexToBytes(hash));
          const bytes = shape.flatMap((part) => {
            if (part instanceof Uint8Array) return [...part];
            if (part === 'key') return [0x9f, 0x31, ...leaf.key.subarray(2)];
            if (part === 'leaf') return [0xe6, 0x9f, 0x31, ...leaf.key.subarray(2), ...leaf.value];
            if (part === 'branch')
              return [...writeBranch(Array.from({ length: 16 }, (_, i) => hashes[i % 3]))];
            const named = hashes[['first', 'second', 'third'].indexOf(part)];
            return named === undefined ? [] : [0xa0, ...named];
          });
          made.push(hashNode(Uint8Array.from(bytes.slice(0, maxNode))));
        }
        const distinct = [...new Map(made.map((node) => [node.hash, node])).values()];
        const nodes = distinct.filter(({ rlp }) => rlp[0] !== 0x80 || rlp.length > 1);
        const packed = packNodes(made, [leaf]);
        expect(sorted(unpackNodes(packed, [leaf], 'nodes'))).toEqual(sorted(nodes));
      }),
      { numRuns: 3000 },
    );
  });

  it('carry no hash of each other, of a proven entry no key, and its value only where the record is wrong', async () => {
    const trie = await trieOf(300);
    const entries = [1, 2, 3, 250];
    const nodes = await prove(trie, entries.map(keyOf));
    const packed = bytesToHex(encodeCbor(packNodes(nodes, entries.map(leafOf))));
    for (const { hash } of nodes) expect(packed).not.toContain(hash);
    for (const entry of entries) {
      expect(packed).not.toContain(bytesToHex(keyOf(entry).subarray(4)));
      expect(packed.includes(bytesToHex(rlpEncode(storedValue(entry))))).toBe(entry % 5 === 0);
    }
    const named = nodes.flatMap(({ rlp }) =>
      (rlpDecode(rlp) as Uint8Array[]).filter(({ length }) => length === 32),
    );
    const unknown = named.filter((hash) => !nodes.some((node) => node.hash === bytesToHex(hash)));
    expect(packed.length / 2 - 32 * unknown.length).toBeLessThan(14 * nodes.length);
  });

  it('stand once where two nodes name the same, and the other names it', () => {
    const leaf = hashNode(new Uint8Array(40).fill(7));
    const name = [0xa0, ...Buffer.from(leaf.hash, 'hex')];
    const twice = hashNode(Uint8Array.from([0xf8, 66, ...name, ...name]));
    const packed = packNodes([leaf, twice], []);
    expect(packed).toEqual([[Uint8Array.of(0xf8, 66), leaf.rlp, Uint8Array.from(name)]]);
    expect(sorted(unpackNodes(packed, [], 'nodes'))).toEqual(sorted([leaf, twice]));
  });

  it('that are branches are told by masks, their hashes and what stands in the file', () => {
    const [one, two] = [hashNode(Uint8Array.of(0xc1, 1)), hashNode(Uint8Array.of(0xc1, 2))];
    const other = new Uint8Array(32).fill(9);
    const children = Array.from({ length: 16 }, (_, at) =>
      at === 0 ? hexToBytes(one.hash) : at === 5 ? other : at === 15 ? hexToBytes(two.hash) : undefined,
    );
    const branch = hashNode(writeBranch(children));
    expect(packNodes([branch, one, two], [])).toEqual([[0x8021, 0x8001, other, one.rlp, two.rlp]]);
    expect(packNodes([branch], [])).toHaveLength(1);
  });

  it.each([
    ['a value', [...new Array<Uint8Array>(16).fill(new Uint8Array(32)), Uint8Array.of(1)]],
    ['a child inside', [[Uint8Array.of(1)], ...new Array<Uint8Array>(16).fill(new Uint8Array(0))]],
    ['15 children', new Array<Uint8Array>(16).fill(new Uint8Array(32))],
  ])('that have %s are no such branches, and come back', (_what, items) => {
    const node = hashNode(rlpEncode(items));
    expect(packNodes([node], [])).toEqual([node.rlp]);
    expect(unpackNodes([node.rlp], [], 'nodes')).toEqual([node]);
  });

  const b = (...bytes: number[]) => Uint8Array.from(bytes);
  const deep = (levels: number): NodeTree =>
    levels === 0 ? b(1) : [b(levels & 255), deep(levels - 1), b(levels >> 8)];
  it.each<[string, unknown]>([
    ['no array', b(1)],
    ['a text', ['c0']],
    ['an even number of parts', [[b(1), b(2)]]],
    ['no parts', [[]]],
    ['a branch without hashes', [[1]]],
    ['a branch with a hash too few', [[3, 0, new Uint8Array(32)]]],
    ['a branch with a hash too many', [[1, 0, new Uint8Array(64)]]],
    ['a branch with part of a hash', [[1, 0, new Uint8Array(31)]]],
    ['a branch with a child too few', [[3, 3, b(), b(0xc0)]]],
    ['a branch with a child too many', [[1, 1, b(), b(0xc0), b(0xc1)]]],
    ['a key where no path is', [[b(1), 0, b(2)]]],
    ['a key at the beginning', [[b(), 0, b(2)]]],
    ['a key that is not known', [[b(0x9f, 0x31), 2, b(2)]]],
    ['a key by a fraction', [[b(0x9f, 0x31), 0.5, b(2)]]],
    ['too short an end of a key', [[b(0x88, 0x31), 0, b(2)]]],
    ['a node of more than 1,024 bytes', [new Uint8Array(1025)]],
    ['a node that grows past 1,024 bytes', [[new Uint8Array(1000), b(1), b(2)]]],
    ['131 levels', [deep(131)]],
    ['8,193 nodes', Array.from({ length: 8193 }, (_, at) => b(at >> 8, at & 255))],
  ])('are not read from %s', (_what, raw) => {
    expect(() => unpackNodes(raw, [leafOf(0)], 'nodes')).toThrow(
      expect.objectContaining({ code: 'BUNDLE_MALFORMED' }),
    );
  });

  it.each<[string, Uint8Array[]]>([
    ['of more than 1,024 bytes', [new Uint8Array(maxNode + 1)]],
    ['more than 8,192', Array.from({ length: maxNodes + 1 }, (_, at) => b(at >> 8, at & 255))],
  ])('are not written when they are %s', (_what, nodes) => {
    expect(() => packNodes(nodes.map(hashNode), [])).toThrow(
      expect.objectContaining({ code: 'BUNDLE_MALFORMED' }),
    );
    expect(packNodes(nodes.slice(1).map(hashNode), [])).toHaveLength(nodes.length - 1);
  });

  it('are read up to these bounds', () => {
    expect(unpackNodes([deep(130)], [], 'nodes')).toHaveLength(131);
    const leaf = leafOf(0);
    const path = [0x9f, 0x31, ...leaf.key.subarray(2)];
    const rlpOf = (raw: unknown) => unpackNodes([raw], [leaf], 'nodes')[0]?.rlp;
    expect(rlpOf([b(0x9f, 0x31), 0, b()])).toEqual(b(...path, ...leaf.value));
    expect(rlpOf([b(0x9f, 0x31), 1, b(2)])).toEqual(b(...path, 2));
  });
});
