import type { Address, Hash } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toHex } from '../bytes/hex.js';
import { decodeCbor, encodeCbor } from '../codec/cbor.js';
import { syntheticContent } from '../testing/synthetic-bundle.js';
import { country } from '../testing/synthetic-facts.js';
import type { BundleContent } from './bundle-content.js';
import { decodePayload, encodePayload } from './payload.js';

const uint40 = fc.nat(2 ** 31 - 1);
const hexOf = (size: number) =>
  fc.uint8Array({ minLength: size, maxLength: size }).map((bytes) => toHex(bytes)) as fc.Arbitrary<Hash>;
const address = hexOf(20) as fc.Arbitrary<Address>;
const letters = fc.constantFrom('A', 'B', 'C', 'P', 'Z');
const code = fc.tuple(letters, letters).map((pair) => country(pair.join('')));
const word = fc.bigInt({ min: 1n, max: 2n ** 256n - 1n });
const words = fc.array(fc.tuple(fc.nat(4095), word), { maxLength: 5 }).map((pairs) => new Map(pairs));
const period = fc.record({ from: uint40, until: uint40 });
const unique = <T>(each: fc.Arbitrary<T>, selector: (value: T) => unknown) =>
  fc.uniqueArray(each, { maxLength: 4, selector });
const nonces = unique(fc.record({ authority: address, nonce: fc.integer({ min: 1 }) }), (n) => n.authority);
const version = fc.record({
  label: fc.constantFrom('', 'CAN', 'Alianza del Pacífico', `0x${'ff'.repeat(32)}`),
  textDigest: hexOf(32),
  certificateTypes: fc.nat(7),
  roles: fc.nat(0x3fff),
  validFrom: uint40,
  validUntil: uint40,
  ttl: uint40,
  exp: uint40,
  parties: fc.array(code, { maxLength: 5 }),
});
const arrangement = fc.record({
  versions: fc.array(version, { minLength: 1, maxLength: 3 }),
  accessions: unique(
    fc.record({
      country: code,
      periods: fc.array(fc.record({ version: fc.nat(9), from: uint40, until: uint40 }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    (a) => a.country,
  ),
  suspensions: unique(
    fc.record({ by: code, against: code, periods: fc.array(period, { minLength: 1, maxLength: 3 }) }),
    (s) => s.by + s.against,
  ),
});
const authorityRecord = fc.record({
  did: address,
  country: code,
  admittedAt: uint40,
  removedAt: uint40,
  keySetHash: hexOf(32),
  keySetBlock: uint40,
});
const proposal = fc.record({ id: hexOf(32), expiresAt: uint40, executedAt: uint40, approvals: word });
const statusList = fc.record({
  authority: address,
  list: fc.nat(3),
  version: fc.integer({ min: 1 }),
  updatedAt: uint40,
  revoked: words,
  suspended: words,
});
const contents: fc.Arbitrary<BundleContent> = fc.record({
  chainId: fc.integer({ min: 1 }),
  header: fc.uint8Array(),
  trust: fc.record({ mode: fc.constant('attested' as const), statement: fc.string() }),
  nodes: fc.array(fc.uint8Array({ minLength: 2 })),
  facts: fc.record({
    authorities: fc.record({
      successor: address,
      records: unique(authorityRecord, (r) => r.did),
      proposals: unique(proposal, (p) => p.id),
      nonces,
    }),
    arrangements: fc.record({
      arrangements: fc
        .array(arrangement, { maxLength: 3 })
        .map((all) => all.map((a, at) => ({ id: at + 1, ...a }))),
      nonces,
    }),
    statuses: fc.record({ lists: unique(statusList, (l) => `${l.authority}${l.list}`), nonces }),
  }),
  keySets: unique(fc.record({ authority: address, bytes: fc.uint8Array() }), (k) => k.authority),
});

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
  it('comes back, and has one form in whatever order its sets were given', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const payload = encodePayload(content);
        const read = decodePayload(payload);
        expect(Buffer.compare(encodePayload(read), payload)).toBe(0);
        expect(new Set(read.nodes.map(toHex))).toEqual(new Set(content.nodes.map(toHex)));
        expect(read.facts.authorities.records).toEqual(content.facts.authorities.records);
        expect(
          new Set(read.facts.statuses.lists.map((l) => toHex(encodeCbor([...l.revoked.keys()].sort())))),
        ).toEqual(
          new Set(content.facts.statuses.lists.map((l) => toHex(encodeCbor([...l.revoked.keys()].sort())))),
        );
        const { facts } = structuredClone(content);
        for (const set of [facts.statuses.lists, facts.statuses.nonces, facts.authorities.proposals])
          set.reverse();
        facts.arrangements.arrangements.reverse();
        for (const each of facts.arrangements.arrangements) each.accessions.reverse();
        for (const list of facts.statuses.lists) list.revoked = new Map([...list.revoked].reverse());
        const shuffled = { ...content, facts, nodes: [...content.nodes, ...content.nodes].reverse() };
        expect(Buffer.compare(encodePayload(shuffled), payload)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves out words that are zero', async () => {
    const content = await syntheticContent();
    const payload = encodePayload(content);
    content.facts.statuses.lists[0]?.revoked.set(77, 0n);
    expect(Buffer.compare(encodePayload(content), payload)).toBe(0);
  });

  it.each<[string, (content: BundleContent) => void]>([
    ['an authority twice', ({ facts }) => facts.authorities.records.push(...facts.authorities.records)],
    ['a nonce twice', ({ facts }) => facts.statuses.nonces.push(...facts.statuses.nonces)],
    [
      'a nonce of zero',
      ({ facts }) => facts.statuses.nonces.splice(0, 1, { authority: `0x${'01'.repeat(20)}`, nonce: 0 }),
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
        delete raw.keySets;
      },
    ],
    [
      'another trust mode',
      (raw) => {
        raw.trust.mode = 'sealed';
      },
    ],
    ['nodes out of order', (raw) => raw.nodes.reverse()],
    ['a node twice', (raw) => raw.nodes.unshift(raw.nodes[0])],
    ['lists out of order', (raw) => raw.facts.statuses.lists.reverse()],
    ['key sets out of order', (raw) => raw.keySets.reverse()],
    ['proposals out of order', (raw) => raw.facts.authorities.proposals.reverse()],
    ['accessions out of order', (raw) => raw.facts.arrangements.arrangements[0][1].reverse()],
    [
      'an accession without periods',
      (raw) => {
        raw.facts.arrangements.arrangements[0][1][0][1] = [];
      },
    ],
    [
      'an arrangement without versions',
      (raw) => {
        raw.facts.arrangements.arrangements[0][0] = [];
      },
    ],
    ['a word of zero', (raw) => raw.facts.statuses.lists[0][5][1].fill(0)],
    [
      'words out of order',
      (raw) =>
        raw.facts.statuses.lists.forEach((list: Raw) => {
          list[5][0].reverse();
        }),
    ],
    ['fewer words than indexes', (raw) => raw.facts.statuses.lists[0][5][0].push(4095)],
    [
      'a list of version 0',
      (raw) => {
        raw.facts.statuses.lists[0][2] = 0;
      },
    ],
    [
      'a nonce of 0',
      (raw) => {
        raw.facts.statuses.nonces[0][1] = 0;
      },
    ],
    ['an approval of 0', (raw) => raw.facts.authorities.proposals[0][3].fill(0)],
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
        raw.facts.authorities.records[0][2] = 2 ** 40;
      },
    ],
    [
      'a short address',
      (raw) => {
        raw.facts.authorities.successor = new Uint8Array(19);
      },
    ],
    [
      'a country in lower case',
      (raw) => {
        raw.facts.authorities.records[0][1] = 'pe';
      },
    ],
    ['a row too long', (raw) => raw.facts.authorities.records[0].push(0)],
    [
      'text for bytes',
      (raw) => {
        raw.header = 'f9';
      },
    ],
    [
      'a label with a trailing zero',
      (raw) => {
        raw.facts.arrangements.arrangements[0][0][0][0] += '\0';
      },
    ],
    [
      'facts that are none',
      (raw) => {
        raw.facts = null;
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
