import type { Address, StatusListFact } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toHex } from '../bytes/hex.js';
import { toWord } from '../bytes/word.js';
import { decodeCbor, encodeCbor } from '../codec/cbor.js';
import { keccak256 } from '../hash/keccak256.js';
import { arbitraryContent } from '../testing/arbitrary-content.js';
import { syntheticContent } from '../testing/synthetic-bundle.js';
import { addressOf, country, mexico, peru } from '../testing/synthetic-facts.js';
import type { HashedNode } from '../trie/hashed-node.js';
import type { BundleContent, RegisterEntry } from './bundle-content.js';
import { packNodes } from './pack-nodes.js';
import { decodePayload, encodePayload } from './payload.js';
import { readGaps } from './status-gaps.js';

const nobody = addressOf('nobody');
const byAuthority = (a: { authority: Address }, b: { authority: Address }) =>
  a.authority < b.authority ? -1 : Number(a.authority > b.authority);
const nameOf = ({ country: c, tin, credential }: RegisterEntry) => [c, tin, credential].join('\0');
const byName = (a: RegisterEntry, b: RegisterEntry) => (nameOf(a) < nameOf(b) ? -1 : 1);

/** Content with its sets in the order in which they are read. */
function inOrder({ facts, ...content }: BundleContent) {
  const { authorities, arrangements, statuses } = facts;
  return {
    ...content,
    facts: {
      authorities: {
        ...authorities,
        proposals: [...authorities.proposals].sort((a, b) => (a.id < b.id ? -1 : 1)),
        nonces: [...authorities.nonces].sort(byAuthority),
      },
      arrangements: {
        arrangements: arrangements.arrangements.map((each) => ({
          ...each,
          accessions: [...each.accessions].sort((a, b) => (a.country < b.country ? -1 : 1)),
          suspensions: [...each.suspensions].sort((a, b) => (a.by + a.against < b.by + b.against ? -1 : 1)),
        })),
        nonces: [...arrangements.nonces].sort(byAuthority),
      },
      statuses: {
        lists: [...statuses.lists].sort((a, b) => byAuthority(a, b) || a.list - b.list),
        nonces: [...statuses.nonces].sort(byAuthority),
      },
    },
    keySets: [...content.keySets].sort(byAuthority),
    register: content.register && [...content.register].sort(byName),
    nodes: [...new Set(content.nodes.map(toHex))].sort(),
  };
}

/** The same content with its sets the other way round, and its nodes twice. */
function reversed(content: BundleContent): BundleContent {
  const { facts, keySets, register, ...rest } = structuredClone(content);
  const { authorities, arrangements, statuses } = facts;
  for (const set of [
    keySets,
    authorities.proposals,
    authorities.nonces,
    arrangements.nonces,
    statuses.nonces,
  ])
    set.reverse();
  for (const each of arrangements.arrangements) {
    each.accessions.reverse();
    each.suspensions.reverse();
  }
  arrangements.arrangements.reverse();
  statuses.lists.reverse();
  for (const list of statuses.lists) list.revoked = new Map([...list.revoked].reverse());
  return {
    ...rest,
    facts,
    keySets,
    register: register?.reverse(),
    nodes: [...rest.nodes, ...rest.nodes].reverse(),
  };
}

const decodeCode = (payload: Uint8Array): string => {
  try {
    decodePayload(payload);
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'accepted';
};

// biome-ignore lint/suspicious/noExplicitAny: raw CBOR is edited at will to make what no writer makes.
type Raw = any;

describe('payload', () => {
  it('comes back whole, and has one form in whatever order its sets were given', () => {
    fc.assert(
      fc.property(arbitraryContent, (content) => {
        const payload = encodePayload(content);
        const read = decodePayload(payload);
        const nodes = read.nodes.map(({ rlp }) => rlp);
        expect(inOrder({ ...read, nodes })).toEqual(inOrder(content));
        expect({ ...read, nodes: undefined }).toEqual({ ...inOrder(content), nodes: undefined });
        expect(Buffer.compare(encodePayload({ ...read, nodes }), payload)).toBe(0);
        expect(Buffer.compare(encodePayload(reversed(content)), payload)).toBe(0);
      }),
      { numRuns: 800 },
    );
  });

  it('is not written with a key set of nobody', async () => {
    const content = await syntheticContent();
    content.keySets.push({ authority: nobody, bytes: new Uint8Array(1) });
    expect(() => encodePayload(content)).toThrow(expect.objectContaining({ code: 'BUNDLE_KEY_SET' }));
  });

  it('carries no hash of a key set that it has', async () => {
    const content = await syntheticContent();
    const hex = Buffer.from(encodePayload(content)).toString('hex');
    for (const { authority, bytes } of content.keySets) {
      expect(hex).toContain(Buffer.from(bytes).toString('hex'));
      expect(hex).not.toContain(Buffer.from(keccak256(bytes)).toString('hex'));
      expect(hex.split(authority.slice(2))).toHaveLength(2);
    }
  });

  it('has no key set only where there is its hash', async () => {
    const content = await syntheticContent();
    const without = { ...content, keySets: content.keySets.slice(1) };
    expect(decodeCode(encodePayload(without))).toBe('accepted');
    const raw: Raw = decodeCbor(encodePayload(content));
    raw.issuers.find((issuer: Raw) => issuer[6] !== null)[6] = null;
    expect(decodeCode(encodeCbor(raw))).toBe('BUNDLE_KEY_SET');
  });

  it('leaves out words and nonces that are zero', async () => {
    const content = await syntheticContent();
    const payload = encodePayload(content);
    content.facts.statuses.lists[0]?.revoked.set(77, 0n);
    content.facts.statuses.nonces.push({ authority: mexico, nonce: 0 });
    expect(Buffer.compare(encodePayload(content), payload)).toBe(0);
  });

  it.each<[string, (content: BundleContent) => void]>([
    ['an authority twice', ({ facts }) => facts.authorities.records.push(...facts.authorities.records)],
    ['a nonce twice', ({ facts }) => facts.statuses.nonces.push(...facts.statuses.nonces)],
    ['a nonce of nobody', ({ facts }) => facts.statuses.nonces.push({ authority: nobody, nonce: 1 })],
    ['a negative nonce', ({ facts }) => facts.statuses.nonces.splice(0, 1, { authority: peru, nonce: -1 })],
    [
      'a list of nobody',
      ({ facts }) =>
        facts.statuses.lists.push({ ...(facts.statuses.lists[0] as StatusListFact), authority: nobody }),
    ],
    [
      'an accession of somebody who is no party',
      ({ facts }) =>
        facts.arrangements.arrangements[0]?.accessions.push({
          country: country('ZZ'),
          periods: [{ version: 1, from: 1, until: 0 }],
        }),
    ],
    ['a list twice', ({ facts }) => facts.statuses.lists.push(...facts.statuses.lists)],
    ['a gap in the arrangements', ({ facts }) => facts.arrangements.arrangements.splice(0, 1)],
    [
      'an address in upper case',
      ({ facts }) => {
        facts.authorities.successor = `0x${'AB'.repeat(20)}`;
      },
    ],
    ['a key set twice', (content) => content.keySets.push(...content.keySets)],
    ['a word of 257 bits', ({ facts }) => facts.statuses.lists[0]?.revoked.set(1, 1n << 256n)],
    ['a word that no list has', ({ facts }) => facts.statuses.lists[0]?.revoked.set(4096, 1n)],
  ])('is not written with %s', async (_what, alter) => {
    const content = await syntheticContent();
    content.facts.arrangements.arrangements = [1, 2].flatMap((id) =>
      content.facts.arrangements.arrangements.map((each) => ({ ...each, id })),
    );
    encodePayload(content);
    alter(content);
    expect(() => encodePayload(content)).toThrow(expect.objectContaining({ code: 'BUNDLE_MALFORMED' }));
  });

  it.each<[string, (raw: Raw) => void]>([
    [
      'an unknown member',
      (raw) => {
        raw.extra = 1;
      },
    ],
    [
      'a missing member',
      (raw) => {
        delete raw.proposals;
      },
    ],
    [
      'another trust mode',
      (raw) => {
        raw.trust.mode = 'sealed';
      },
    ],
    ['lists out of order', (raw) => raw.statuses.reverse()],
    ['proposals out of order', (raw) => raw.proposals.reverse()],
    ['accessions out of order', (raw) => raw.arrangements[0][1].reverse()],
    [
      'an accession without periods',
      (raw) => {
        raw.arrangements[0][1][0][1] = [];
      },
    ],
    [
      'an arrangement without versions',
      (raw) => {
        raw.arrangements[0][0] = [];
      },
    ],
    [
      'the hash of a key set that is there',
      (raw) => {
        const issuer = raw.issuers.find((each: Raw) => each[6] !== null);
        issuer[5] = keccak256(issuer[6]);
      },
    ],
    [
      'a list of no issuer',
      (raw) => {
        raw.statuses[1][0] = raw.issuers.length;
      },
    ],
    [
      'a trust of two modes',
      (raw) => {
        raw.trust.hops = [];
      },
    ],
    [
      'a list of version 0',
      (raw) => {
        raw.statuses[0][2] = 0;
      },
    ],
    ['an approval of 0', (raw) => raw.proposals[0][3].fill(0)],
    [
      'a negative number',
      (raw) => {
        raw.chainId = -1;
      },
    ],
    [
      'a fraction',
      (raw) => {
        raw.chainId = 1.5;
      },
    ],
    [
      'a time past 40 bits',
      (raw) => {
        raw.issuers[0][2] = 2 ** 40;
      },
    ],
    [
      'a short address',
      (raw) => {
        raw.successor = new Uint8Array(19);
      },
    ],
    [
      'a country in lower case',
      (raw) => {
        raw.issuers[0][1] = 'pe';
      },
    ],
    ['a row too long', (raw) => raw.issuers[0].push(0)],
    [
      'text for bytes',
      (raw) => {
        raw.header = 'f9';
      },
    ],
    [
      'a label with a trailing zero',
      (raw) => {
        raw.arrangements[0][0][0][0] += '\0';
      },
    ],
    [
      'issuers that are none',
      (raw) => {
        raw.issuers = null;
      },
    ],
    ['an issuer twice', (raw) => raw.issuers.push(raw.issuers[0])],
    [
      'a party that is none',
      (raw) => {
        raw.arrangements[0][1][2][0] = 3;
      },
    ],
    [
      'an inherited member',
      (raw) => {
        Object.defineProperty(raw, '__proto__', { value: {}, enumerable: true });
      },
    ],
  ])('is not read with %s', async (_what, alter) => {
    const raw: Raw = decodeCbor(encodePayload(await syntheticContent()));
    alter(raw);
    expect(decodeCode(encodeCbor(raw))).toBe('BUNDLE_MALFORMED');
  });

  it.each<[string, (raw: Raw, nodes: HashedNode[]) => void]>([
    [
      'nodes of which nothing is left out',
      (raw, nodes) => {
        raw.nodes = nodes.map(({ rlp }) => rlp);
      },
    ],
    [
      'ends of keys that could be left out',
      (raw, nodes) => {
        raw.nodes = packNodes(nodes, []);
      },
    ],
    ['trees out of order', (raw) => raw.nodes.push(Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3))],
    ['a tree twice', (raw) => raw.nodes.push(raw.nodes[0])],
    ['an empty node', (raw) => raw.nodes.push(Uint8Array.of(0x80))],
    [
      'words where distances are shorter',
      (raw) => {
        const list = raw.statuses.find((each: Raw) => each[4].length > 0);
        list[4] = [[0], toWord(readGaps(list[4], 0).get(0) as bigint)];
      },
    ],
    [
      'distances where words are shorter',
      (raw) => {
        raw.statuses[0][4] = new Uint8Array(33);
      },
    ],
  ])('is not read with %s', async (_what, alter) => {
    const payload = encodePayload(await syntheticContent());
    const raw: Raw = decodeCbor(payload);
    alter(raw, decodePayload(payload).nodes);
    expect(decodeCode(encodeCbor(raw))).toBe('BUNDLE_MALFORMED');
  });

  it('is not read in another form of CBOR', async () => {
    const payload = encodePayload(await syntheticContent());
    const hex = Buffer.from(payload).toString('hex');
    const chainId = '67636861696e49641a0009e55c';
    expect(hex).toContain(chainId);
    const rewritten = (form: string) => decodeCode(Buffer.from(hex.replace(chainId, form), 'hex'));
    expect(rewritten(chainId)).toBe('accepted');
    expect(rewritten('67636861696e49641b000000000009e55c')).toBe('BUNDLE_MALFORMED');
    expect(rewritten('67636861696e4964fa491e55c0')).toBe('BUNDLE_MALFORMED');
    expect(rewritten('67636861696e4964c11a0009e55c')).toBe('BUNDLE_MALFORMED');
    expect(rewritten(chainId + chainId)).toBe('BUNDLE_MALFORMED');
    expect(decodeCode(Buffer.from(`bf${hex.slice(2)}ff`, 'hex'))).toBe('BUNDLE_MALFORMED');
    expect(decodeCode(Buffer.alloc(2_000_000, 0x81))).toBe('BUNDLE_MALFORMED');
  });
});
