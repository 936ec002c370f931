import type { Address, Arrangement, Country, Hash, NonceFact } from '@eslabon/core';
import fc from 'fast-check';
import { toHex } from '../bytes/hex.js';
import type { BundleContent } from '../format/bundle-content.js';
import { keccak256 } from '../hash/keccak256.js';
import { country } from './synthetic-facts.js';

const time = fc.nat(2 ** 31 - 1);
const hexOf = (size: number) =>
  fc.uint8Array({ minLength: size, maxLength: size }).map((bytes) => toHex(bytes)) as fc.Arbitrary<Hash>;
const address = hexOf(20) as fc.Arbitrary<Address>;
const letters = fc.constantFrom('A', 'B', 'C', 'P', 'Z');
const code = fc.tuple(letters, letters).map((pair) => country(pair.join('')));
const word = fc.bigInt({ min: 1n, max: 2n ** 256n - 1n });
const words = fc
  .array(
    fc.tuple(
      fc.nat(4095),
      fc.oneof(
        word,
        fc.nat(255).map((bit) => 1n << BigInt(bit)),
      ),
    ),
    { maxLength: 5 },
  )
  .map((pairs) => new Map(pairs));
const periods = fc.array(fc.record({ from: time, until: time }), { minLength: 1, maxLength: 3 });
const accessions = fc.array(fc.record({ version: fc.nat(9), from: time, until: time }), {
  minLength: 1,
  maxLength: 3,
});
const few = <T>(each: fc.Arbitrary<T>, selector: (value: T) => unknown) =>
  fc.uniqueArray(each, { maxLength: 4, selector });

const version = fc.record({
  label: fc.constantFrom('', 'CAN', 'Alianza del Pacífico', `0x${'ff'.repeat(32)}`),
  textDigest: hexOf(32),
  certificateTypes: fc.nat(7),
  roles: fc.nat(0x3fff),
  validFrom: time,
  validUntil: time,
  ttl: time,
  exp: time,
  parties: fc.uniqueArray(code, { minLength: 1, maxLength: 5 }),
});

const arrangements = fc
  .array(
    fc.array(version, { minLength: 1, maxLength: 3 }).chain((versions) => {
      const parties = [...new Set(versions.flatMap((each) => each.parties))];
      const party = fc.constantFrom(...(parties as [Country, ...Country[]]));
      return fc.record({
        versions: fc.constant(versions),
        accessions: fc.uniqueArray(fc.record({ country: party, periods: accessions }), {
          maxLength: 4,
          selector: (each) => each.country,
        }),
        suspensions: fc.uniqueArray(fc.record({ by: party, against: party, periods }), {
          maxLength: 4,
          selector: (each) => each.by + each.against,
        }),
      });
    }),
    { maxLength: 3 },
  )
  .map((all) => all.map((each, at): Arrangement => ({ id: at + 1, ...each })));

/** What there is of one authority. */
const issuer = fc.record({
  record: fc.record({
    did: address,
    country: code,
    admittedAt: time,
    removedAt: time,
    keySetHash: hexOf(32),
    keySetBlock: time,
  }),
  keySet: fc.option(fc.uint8Array(), { nil: undefined }),
  /** Whether the record has the hash of the key set, as on the chain. */
  isAttested: fc.boolean(),
  nonces: fc.tuple(fc.nat(3), fc.nat(3), fc.nat()),
  lists: few(
    fc.record({
      list: fc.nat(3),
      version: fc.integer({ min: 1 }),
      updatedAt: time,
      revoked: words,
      suspended: words,
    }),
    ({ list }) => list,
  ),
});

const parts = fc.record({
  chainId: fc.integer({ min: 1 }),
  header: fc.uint8Array(),
  trust: fc.oneof(
    fc.record({ mode: fc.constant('attested' as const), statement: fc.string() }),
    fc.record({ mode: fc.constant('sealed' as const), hops: fc.array(fc.uint8Array(), { maxLength: 3 }) }),
  ),
  nodes: fc.array(fc.uint8Array({ minLength: 2 })),
  successor: address,
  issuers: few(issuer, ({ record }) => record.did),
  proposals: few(
    fc.record({ id: hexOf(32), expiresAt: time, executedAt: time, approvals: word }),
    ({ id }) => id,
  ),
  arrangements,
  register: fc.option(
    few(fc.record({ country: code, tin: fc.string({ maxLength: 20 }), credential: fc.string() }), (entry) =>
      JSON.stringify(entry),
    ),
    { nil: undefined },
  ),
});

/** Content as it may be, proven by nothing: sets in any order, key sets that are attested and such that are not. */
export const arbitraryContent: fc.Arbitrary<BundleContent> = parts.map(
  ({ chainId, header, trust, nodes, successor, issuers, proposals, arrangements: agreed, register }) => {
    const nonces = (contract: 0 | 1 | 2): NonceFact[] =>
      issuers.flatMap(({ record, nonces: all }) =>
        all[contract] === 0 ? [] : [{ authority: record.did, nonce: all[contract] }],
      );
    const records = issuers.map(({ record, keySet, isAttested }) =>
      keySet !== undefined && isAttested ? { ...record, keySetHash: toHex(keccak256(keySet)) } : record,
    );
    return {
      ...{ chainId, header, trust, nodes, register },
      facts: {
        authorities: { successor, records, proposals, nonces: nonces(0) },
        arrangements: { arrangements: agreed, nonces: nonces(1) },
        statuses: {
          lists: issuers.flatMap(({ record, lists }) =>
            lists.map((list) => ({ authority: record.did, ...list })),
          ),
          nonces: nonces(2),
        },
      },
      keySets: issuers.flatMap(({ record, keySet }) =>
        keySet === undefined ? [] : [{ authority: record.did, bytes: keySet }],
      ),
    };
  },
);
