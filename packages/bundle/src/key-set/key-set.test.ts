import { describe, expect, it } from '@jest/globals';
import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { decodeCbor, encodeCbor } from '../codec/cbor.js';
import { attestorKey, otherKey } from '../testing/synthetic-keys.js';
import { decodeKeySet } from './decode-key-set.js';
import { encodeKeySet } from './encode-key-set.js';
import type { KeySetKey } from './key-set.js';

const edKey = { algorithm: 'EdDSA', bytes: ed25519.getPublicKey(new Uint8Array(32).fill(5)) } as const;
const key: KeySetKey = {
  fragment: 'controller',
  key: attestorKey,
  validFrom: 5,
  validUntil: 0,
  compromisedAt: 0,
};

const keySets: fc.Arbitrary<KeySetKey[]> = fc.uniqueArray(
  fc.record({
    fragment: fc.constantFrom('controller', 'delegate-1', 'delegate-2'),
    key: fc.constantFrom(attestorKey, otherKey, edKey),
    validFrom: fc.nat(3),
    validUntil: fc.nat(),
    compromisedAt: fc.nat(),
  }),
  { selector: (k) => `${k.fragment} ${k.validFrom} ${k.key.algorithm}`, maxLength: 12 },
);

describe('key set', () => {
  it('comes back sorted, and has one form in whatever order the keys come', () => {
    fc.assert(
      fc.property(keySets, (keys) => {
        const bytes = encodeKeySet(keys);
        const read = decodeKeySet(bytes);
        expect(new Set(read.map((k) => JSON.stringify(k)))).toEqual(
          new Set(keys.map((k) => JSON.stringify(k))),
        );
        expect(encodeKeySet([...keys].reverse())).toEqual(bytes);
        for (let at = 1; at < read.length; at++) {
          expect(read[at]?.validFrom).toBeGreaterThanOrEqual(read[at - 1]?.validFrom as number);
        }
      }),
    );
  });

  it.each<[string, KeySetKey[]]>([
    ['a key twice', [key, key]],
    ['a time that is none', [{ ...key, validFrom: -1 }]],
    ['a fragment with a space', [{ ...key, fragment: 'delegate 1' }]],
    ['an empty fragment', [{ ...key, fragment: '' }]],
  ])('is not written with %s', (_what, keys) => {
    expect(() => encodeKeySet(keys)).toThrow(expect.objectContaining({ code: 'KEY_SET_MALFORMED' }));
  });

  const raw = (): unknown[][] => decodeCbor(encodeKeySet([key, { ...key, validFrom: 6 }])) as unknown[][];
  const [first, second] = raw() as [unknown[], unknown[]];
  it.each<[string, Uint8Array]>([
    ['no CBOR', Uint8Array.of(0xff)],
    ['nothing', new Uint8Array(0)],
    ['a map', encodeCbor({})],
    ['keys out of order', encodeCbor([second, first])],
    ['a key twice', encodeCbor([first, first])],
    ['a row too short', encodeCbor([first.slice(0, 4)])],
    ['a key of an unknown type', encodeCbor([[first[0], Uint8Array.of(0xec, 1, 1), 5, 0, 0]])],
    [
      'a key off its curve',
      encodeCbor([[first[0], Uint8Array.of(0x80, 0x24, 5, ...new Uint8Array(32)), 5, 0, 0]]),
    ],
    ['a tail', Uint8Array.from([...encodeCbor([first]), 0])],
    ['a longer form', Uint8Array.from([0x98, 0x01, ...encodeCbor([first]).subarray(1)])],
  ])('is not read from %s', (_what, bytes) => {
    expect(() => decodeKeySet(bytes)).toThrow(expect.objectContaining({ code: 'KEY_SET_MALFORMED' }));
  });

  it('is read when it has no keys', () => {
    expect(decodeKeySet(encodeKeySet([]))).toEqual([]);
  });
});
