import type { Address, Country, Hash, RegistryFacts } from '@eslabon/core';
import { toHex } from '../bytes/hex.js';
import { keccak256 } from '../hash/keccak256.js';
import { encodeKeySet } from '../key-set/encode-key-set.js';
import type { KeySetKey } from '../key-set/key-set.js';
import { attestorKey, otherKey } from './synthetic-keys.js';

const label = (text: string): Uint8Array => keccak256(new TextEncoder().encode(text));

/** An address that is the same in every run. */
export const addressOf = (name: string): Address => toHex(label(name).subarray(12));

/** A hash that is the same in every run. */
export const hashOf = (name: string): Hash => toHex(label(name));

export const country = (code: string): Country => code as Country;

export const [peru, mexico, chile] = [addressOf('PE'), addressOf('MX'), addressOf('CL')];
/** An authority that was replaced by {@link chile} before it attested a key. */
export const formerChile = addressOf('CL, before');

export const peruKeys: KeySetKey[] = [
  {
    fragment: 'controller',
    key: otherKey,
    validFrom: 1_700_000_000,
    validUntil: 1_700_001_000,
    compromisedAt: 0,
  },
  { fragment: 'delegate-1', key: attestorKey, validFrom: 1_700_001_000, validUntil: 0, compromisedAt: 0 },
];
export const mexicoKeys: KeySetKey[] = [
  {
    fragment: 'controller',
    key: otherKey,
    validFrom: 1_700_000_000,
    validUntil: 0,
    compromisedAt: 1_700_002_000,
  },
];

/** ERC-1056 `changed` of those who ever changed; Chile never did, as its exclusion proof shows. */
export const changedBlocks = new Map<Address, number>([
  [peru, 700],
  [mexico, 12],
  [formerChile, 5],
]);

const noHash = `0x${'00'.repeat(32)}` as Hash;
const hashOfKeys = (keys: KeySetKey[]): Hash => toHex(keccak256(encodeKeySet(keys)));

/** Fresh facts of a small network: a replacement, a proposal, a withdrawal, a suspension, status bits of two authorities. */
export function syntheticFacts(): RegistryFacts {
  const [pe, mx, cl] = [country('PE'), country('MX'), country('CL')];
  const admittedAt = 1_700_000_000;
  return {
    authorities: {
      successor: `0x${'00'.repeat(20)}`,
      records: [
        {
          did: peru,
          country: pe,
          admittedAt,
          removedAt: 0,
          keySetHash: hashOfKeys(peruKeys),
          keySetBlock: 700,
        },
        {
          did: mexico,
          country: mx,
          admittedAt,
          removedAt: 0,
          keySetHash: hashOfKeys(mexicoKeys),
          keySetBlock: 12,
        },
        {
          did: formerChile,
          country: cl,
          admittedAt,
          removedAt: 1_700_000_500,
          keySetHash: noHash,
          keySetBlock: 0,
        },
        {
          did: chile,
          country: cl,
          admittedAt: 1_700_000_500,
          removedAt: 0,
          keySetHash: noHash,
          keySetBlock: 0,
        },
      ],
      proposals: [
        { id: hashOf('replace CL'), expiresAt: 1_700_009_000, executedAt: 1_700_000_500, approvals: 0b11n },
        { id: hashOf('admit EC'), expiresAt: 1_700_099_000, executedAt: 0, approvals: 0b1n },
      ].sort((a, b) => (a.id < b.id ? -1 : 1)),
      nonces: [
        { authority: peru, nonce: 3 },
        { authority: mexico, nonce: 1 },
      ].sort((a, b) => (a.authority < b.authority ? -1 : 1)),
    },
    arrangements: {
      arrangements: [
        {
          id: 1,
          versions: [
            {
              label: 'Alianza del Pacífico',
              textDigest: hashOf('text'),
              certificateTypes: 5,
              roles: 0x3fff,
              validFrom: 1_700_000_000,
              validUntil: 0,
              ttl: 86_400,
              exp: 604_800,
              parties: [cl, mx, pe],
            },
          ],
          accessions: [
            { country: cl, periods: [{ version: 1, from: 1_700_000_100, until: 1_700_002_000 }] },
            { country: mx, periods: [{ version: 1, from: 1_700_000_200, until: 0 }] },
            { country: pe, periods: [{ version: 1, from: 1_700_000_300, until: 0 }] },
          ],
          suspensions: [{ by: mx, against: pe, periods: [{ from: 1_700_001_000, until: 1_700_001_500 }] }],
        },
      ],
      nonces: [{ authority: peru, nonce: 2 }],
    },
    statuses: {
      lists: [
        {
          authority: peru,
          list: 0,
          version: 4,
          updatedAt: 1_700_003_000,
          revoked: new Map([[0, 1n << 254n]]),
          suspended: new Map([
            [0, 1n << 255n],
            [3, 1n],
          ]),
        },
        {
          authority: mexico,
          list: 0,
          version: 1,
          updatedAt: 1_700_003_100,
          revoked: new Map(),
          suspended: new Map([[4095, 2n]]),
        },
      ].sort((a, b) => (a.authority < b.authority ? -1 : 1)),
      nonces: [{ authority: peru, nonce: 4 }],
    },
  };
}

/** The key sets that {@link syntheticFacts} has hashes of. */
export function syntheticKeySets(): { authority: Address; bytes: Uint8Array }[] {
  return [
    { authority: peru, bytes: encodeKeySet(peruKeys) },
    { authority: mexico, bytes: encodeKeySet(mexicoKeys) },
  ].sort((a, b) => (a.authority < b.authority ? -1 : 1));
}
