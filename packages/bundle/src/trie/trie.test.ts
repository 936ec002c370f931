import { createMerkleProof, createMPT, type MerklePatriciaTrie } from '@ethereumjs/mpt';
import { describe, expect, it } from '@jest/globals';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { keccak256 } from '../hash/keccak256.js';
import { rlpEncode } from '../rlp/rlp-encode.js';
import { emptyTrieRoot } from './empty-root.js';
import { NodeSet } from './node-set.js';
import { type TriePair, trieRoot } from './trie-root.js';

async function oracle(entries: readonly TriePair[]): Promise<MerklePatriciaTrie> {
  const trie = await createMPT();
  for (const [key, value] of entries) await trie.put(key, value);
  return trie;
}

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
