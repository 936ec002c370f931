import { createMerkleProof, createMPT, type MerklePatriciaTrie } from '@ethereumjs/mpt';
import { describe, expect, it } from '@jest/globals';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { toWord } from '../bytes/word.js';
import { keccak256 } from '../hash/keccak256.js';
import { rlpEncode } from '../rlp/rlp-encode.js';
import { rlpScalar } from '../rlp/rlp-scalar.js';
import { emptyTrieRoot } from './empty-root.js';
import { NodeSet } from './node-set.js';
import { storageRoot } from './storage-root.js';
import { type TriePair, trieRoot } from './trie-root.js';

/** Keys of one length that often share nibbles: short ones make embedded nodes, long ones extensions. */
const tries = fc.integer({ min: 1, max: 4 }).chain((size) => {
  const byte = fc.oneof(
    fc.constantFrom(0x00, 0x01, 0x10, 0x11, 0x1f, 0xf0),
    fc.integer({ min: 0, max: 255 }),
  );
  const tail = size === 4 ? 32 : size;
  const key = fc
    .array(byte, { minLength: size, maxLength: size })
    .map((bytes) => Uint8Array.from({ length: tail }, (_, at) => bytes[at] ?? 0x5a));
  const value = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 3 }),
    fc.uint8Array({ minLength: 28, maxLength: 40 }),
  );
  return fc.record({
    entries: fc.uniqueArray(fc.tuple(key, value), { maxLength: 14, selector: ([k]) => bytesToHex(k) }),
    asked: fc.array(key, { maxLength: 3 }),
  });
});

async function oracle(entries: readonly TriePair[]): Promise<MerklePatriciaTrie> {
  const trie = await createMPT();
  for (const [key, value] of entries) await trie.put(key, value);
  return trie;
}

describe('trieRoot and NodeSet against @ethereumjs/mpt', () => {
  it('agree on 9,000 small tries: roots, entries present and absent', async () => {
    await fc.assert(
      fc.asyncProperty(tries, async ({ entries, asked }) => {
        const trie = await oracle(entries);
        const root = trieRoot(entries);
        expect(bytesToHex(root)).toBe(bytesToHex(trie.root()));

        const nodes: Uint8Array[] = [];
        const keys = [...entries.map(([key]) => key), ...asked];
        for (const key of keys) nodes.push(...(await createMerkleProof(trie, key)));
        const set = new NodeSet(nodes);
        for (const key of keys) {
          const expected = await trie.get(key);
          const found = set.lookup(root, key);
          expect(found && bytesToHex(found)).toBe(expected === null ? undefined : bytesToHex(expected));
        }
      }),
      { numRuns: 9000 },
    );
  });

  it('agree on 1,000 storage tries, where a slot of value 0 is absent', async () => {
    const slots = fc.array(
      fc.tuple(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), fc.bigInt(0n, 2n ** 256n - 1n)),
      {
        maxLength: 12,
      },
    );
    await fc.assert(
      fc.asyncProperty(slots, async (pairs) => {
        const map = new Map(pairs);
        const trie = await createMPT({ useKeyHashing: true });
        for (const [slot, value] of map) {
          if (value !== 0n) await trie.put(toWord(slot), rlpEncode(rlpScalar(value)));
        }
        expect(bytesToHex(storageRoot(map))).toBe(bytesToHex(trie.root()));
      }),
      { numRuns: 1000 },
    );
    expect(storageRoot(new Map([[1n, 0n]]))).toEqual(emptyTrieRoot);
  });

  it('agree on a storage of 2,000 consecutive slots', async () => {
    const map = new Map(
      Array.from({ length: 2000 }, (_, slot) => [BigInt(slot), BigInt(slot) ** 5n + 1n] as const),
    );
    const trie = await createMPT({ useKeyHashing: true });
    for (const [slot, value] of map) await trie.put(toWord(slot), rlpEncode(rlpScalar(value)));
    expect(bytesToHex(storageRoot(map))).toBe(bytesToHex(trie.root()));
  });
});

describe('trieRoot', () => {
  it('of nothing is the well-known empty root', () => {
    expect(bytesToHex(trieRoot([]))).toBe('56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421');
  });

  const one = Uint8Array.of(1);
  it.each<[string, TriePair[]]>([
    [
      'a key twice',
      [
        [one, one],
        [one, one],
      ],
    ],
    [
      'keys of two lengths',
      [
        [one, one],
        [Uint8Array.of(1, 2), one],
      ],
    ],
    ['an empty value', [[one, new Uint8Array(0)]]],
  ])('refuses %s', (_what, pairs) => {
    expect(() => trieRoot(pairs)).toThrow(expect.objectContaining({ code: 'PROOF_MALFORMED' }));
  });
});

describe('NodeSet', () => {
  const entries: TriePair[] = Array.from({ length: 40 }, (_, at) => [
    keccak256(Uint8Array.of(at)),
    new Uint8Array(40).fill(at + 1),
  ]);
  const absent = keccak256(Uint8Array.of(200));

  it('needs every node of a proof: without any one it cannot decide', async () => {
    const trie = await oracle(entries);
    for (const key of [(entries[7] as TriePair)[0], absent]) {
      const proof = await createMerkleProof(trie, key);
      for (const left of proof) {
        const set = new NodeSet(proof.filter((node) => node !== left));
        expect(() => set.lookup(trie.root(), key)).toThrow(
          expect.objectContaining({ code: 'PROOF_NODE_MISSING' }),
        );
      }
    }
  });

  it('counts the nodes that no lookup needed', async () => {
    const trie = await oracle(entries);
    const [first, second] = entries as [TriePair, TriePair];
    const nodes = [
      ...(await createMerkleProof(trie, first[0])),
      ...(await createMerkleProof(trie, second[0])),
    ];
    const set = new NodeSet(nodes);
    set.lookup(trie.root(), first[0]);
    expect(set.unused()).toBeGreaterThan(0);
    set.lookup(trie.root(), second[0]);
    expect(set.unused()).toBe(0);
  });

  it('knows the empty trie without any node', () => {
    expect(new NodeSet([]).lookup(emptyTrieRoot, absent)).toBeUndefined();
  });

  const b = (...bytes: number[]) => Uint8Array.from(bytes);
  const branch = (child: Uint8Array) => [...new Array<Uint8Array>(16).fill(child), b()];
  it.each([
    ['a byte string', rlpEncode(b(1, 2, 3)), 'PROOF_MALFORMED'],
    ['a list of three', rlpEncode([b(1), b(2), b(3)]), 'PROOF_MALFORMED'],
    ['a path with an unknown flag', rlpEncode([b(0x40), b(1)]), 'PROOF_MALFORMED'],
    ['a path with padding', rlpEncode([b(0x21, 0x11), b(1)]), 'PROOF_MALFORMED'],
    ['an empty path', rlpEncode([b(), b(1)]), 'PROOF_MALFORMED'],
    ['an extension without a path', rlpEncode([b(0x00), b(1)]), 'PROOF_MALFORMED'],
    ['a leaf without a value', rlpEncode([b(0x20, 0x11), b()]), 'PROOF_MALFORMED'],
    ['a path that is a list', rlpEncode([[], b(1)]), 'PROOF_MALFORMED'],
    ['a child named by 31 bytes', rlpEncode(branch(new Uint8Array(31).fill(1))), 'PROOF_MALFORMED'],
    ['bytes that are no RLP', hexToBytes('b838'), 'RLP_MALFORMED'],
  ])('refuses %s as a node', (_what, node, code) => {
    expect(() => new NodeSet([node]).lookup(keccak256(node), b(0x11))).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
