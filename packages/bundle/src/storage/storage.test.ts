import type { Address, Country, Hash } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { arrangementSlots } from './arrangement-slots.js';
import { authoritySlots } from './authority-slots.js';
import { changedSlot } from './changed-slot.js';
import { arrayDataSlot, mappingSlot } from './derived-slot.js';
import { decodeLabel, encodeLabel } from './label.js';
import { statusSlots } from './status-slots.js';
import { writeField } from './write-field.js';

/** Derivation written out in hexadecimal, apart from the code under test. */
const keccak = (hex: string): string => bytesToHex(keccak_256(hexToBytes(hex)));
const left = (hex: string): string => hex.padStart(64, '0');
const right = (hex: string): string => hex.padEnd(64, '0');
const entry = (key: string, slot: string): string => keccak(key + slot);
const after = (slot: string, count: number): string =>
  left((BigInt(`0x${slot}`) + BigInt(count)).toString(16));
const hexSlots = (slots: Map<bigint, bigint>): Record<string, string> =>
  Object.fromEntries(
    [...slots].filter(([, v]) => v !== 0n).map(([s, v]) => [left(s.toString(16)), left(v.toString(16))]),
  );

const alice = `0x${'a1'.repeat(20)}` as Address;
const bob = `0x${'b0'.repeat(20)}` as Address;
const [pe, mx, cl] = ['PE', 'MX', 'CL'] as Country[] as [Country, Country, Country];
const digest = `0x${'7d'.repeat(32)}` as Hash;
const none = `0x${'00'.repeat(32)}` as Hash;

describe('derived slots', () => {
  it('are those that everybody knows', () => {
    expect(arrayDataSlot(0n).toString(16)).toBe(
      '290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e563',
    );
    expect(arrayDataSlot(1n).toString(16)).toBe(
      'b10e2d527612073b26eecdfd717e6a320cf44b4afac2b0732d9fcbe2b7fa0cf6',
    );
    expect(mappingSlot(0n, 0n).toString(16)).toBe(
      'ad3228b676f7d3cd4284a5443f17f1962b36e491b30a40b2405849e597ba5fb5',
    );
  });

  it('of ERC-1056 changed hang on slot 2', () => {
    expect(changedSlot(alice)).toBe(`0x${entry(left('a1'.repeat(20)), left('2'))}`);
  });
});

describe('writeField', () => {
  it('packs from the low-order end', () => {
    const slots = new Map<bigint, bigint>();
    writeField(slots, 10n, { slot: 1, offset: 0, bytes: 2 }, 0x5045);
    writeField(slots, 10n, { slot: 1, offset: 2, bytes: 5 }, 0x6600000000n);
    expect(slots).toEqual(new Map([[11n, 0x66000000005045n]]));
  });

  it.each([256n, -1n])('refuses %s in one byte', (value) => {
    const write = () => writeField(new Map(), 0n, { slot: 0, offset: 0, bytes: 1 }, value);
    expect(write).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });
});

describe('authoritySlots', () => {
  it('derives every slot of AuthorityRegistry', () => {
    const slots = authoritySlots({
      successor: bob,
      records: [
        { did: alice, country: pe, admittedAt: 0x11, removedAt: 0x22, keySetHash: digest, keySetBlock: 0x33 },
        { did: bob, country: mx, admittedAt: 0x44, removedAt: 0, keySetHash: none, keySetBlock: 0 },
      ],
      proposals: [{ id: digest, expiresAt: 0x55, executedAt: 0x66, approvals: 3n }],
      nonces: [{ authority: alice, nonce: 9 }],
    });
    const recordA = entry(left('a1'.repeat(20)), left('5'));
    const recordB = entry(left('b0'.repeat(20)), left('5'));
    const proposal = entry('7d'.repeat(32), left('7'));
    expect(hexSlots(slots)).toEqual({
      [left('3')]: left(`00010002${'b0'.repeat(20)}`),
      [left('4')]: left('2'),
      [recordA]: left('0000000000000033' + '0000000022' + '0000000011' + '0000' + '5045'),
      [after(recordA, 1)]: '7d'.repeat(32),
      [recordB]: left('0000000044' + '0001' + '4d58'),
      [entry(right('4d58'), left('6'))]: left('b0'.repeat(20)),
      [proposal]: left('0000000066' + '0000000055'),
      [after(proposal, 1)]: left('3'),
      [entry(left('a1'.repeat(20)), left('2'))]: left('9'),
    });
  });
});

describe('arrangementSlots', () => {
  it('derives every slot of ArrangementRegistry', () => {
    const parties = Array.from({ length: 17 }, (_, at) => `A${String.fromCharCode(65 + at)}` as Country);
    const slots = arrangementSlots({
      arrangements: [
        {
          id: 1,
          versions: [
            {
              label: 'Alianza del Pacífico',
              textDigest: digest,
              certificateTypes: 5,
              roles: 0x3fff,
              validFrom: 0x11,
              validUntil: 0x22,
              ttl: 0x33,
              exp: 0x44,
              parties,
            },
          ],
          accessions: [
            {
              country: pe,
              periods: [
                { version: 1, from: 0x55, until: 0 },
                { version: 1, from: 0x66, until: 0x77 },
              ],
            },
          ],
          suspensions: [{ by: pe, against: cl, periods: [{ from: 0x88, until: 0x99 }] }],
        },
      ],
      nonces: [],
    });
    const base = entry(left('1'), left('4'));
    const version = keccak(base);
    const packed = keccak(after(version, 3));
    const accession = entry(right('5045'), after(base, 1));
    const suspension = entry(right('5045434c'), after(base, 2));
    const partyBits = (from: number, to: number) =>
      left(
        parties
          .slice(from, to)
          .reverse()
          .map((c) => bytesToHex(new TextEncoder().encode(c)))
          .join(''),
      );
    expect(hexSlots(slots)).toEqual({
      [left('3')]: left('1'),
      [base]: left('1'),
      [version]: right(bytesToHex(new TextEncoder().encode('Alianza del Pacífico'))),
      [after(version, 1)]: '7d'.repeat(32),
      [after(version, 2)]: left('00000044' + '00000033' + '0000000022' + '0000000011' + '00003fff' + '05'),
      [after(version, 3)]: left('11'),
      [packed]: partyBits(0, 16),
      [after(packed, 1)]: partyBits(16, 17),
      [accession]: left('2'),
      [keccak(accession)]: left('0000000055' + '0001'),
      [after(keccak(accession), 1)]: left('0000000077' + '0000000066' + '0001'),
      [suspension]: left('1'),
      [keccak(suspension)]: left('0000000099' + '0000000088'),
    });
  });
});

describe('statusSlots', () => {
  it('derives every slot of StatusRegistry, with the counts', () => {
    const slots = statusSlots({
      lists: [
        {
          authority: alice,
          list: 2,
          version: 7,
          updatedAt: 0x6640618b,
          revoked: new Map([
            [0, 1n << 255n],
            [300, 2n ** 256n - 1n],
          ]),
          suspended: new Map([[1, 0b1011n]]),
        },
      ],
      nonces: [{ authority: bob, nonce: 1 }],
    });
    const list = entry(left('2'), entry(left('a1'.repeat(20)), left('3')));
    expect(hexSlots(slots)).toEqual({
      [list]: left('00000003' + '00000101' + '006640618b' + '0000000000000007'),
      [entry(left('0'), after(list, 1))]: right('80'),
      [entry(left('12c'), after(list, 1))]: 'ff'.repeat(32),
      [entry(left('1'), after(list, 2))]: left('b'),
      [entry(left('b0'.repeat(20)), left('2'))]: left('1'),
    });
  });
});

describe('labels', () => {
  it('are UTF-8 padded on the right', () => {
    expect(encodeLabel('ARM Pérú')).toBe(`0x${right(bytesToHex(new TextEncoder().encode('ARM Pérú')))}`);
    expect(encodeLabel('')).toBe(none);
    expect(decodeLabel(none)).toBe('');
  });

  it('come back, whatever 32 bytes the chain holds', () => {
    const texts = fc.string({ maxLength: 32, unit: 'binary' }).map((text) => {
      const bytes = new Uint8Array(32);
      new TextEncoder().encodeInto(text, bytes);
      return bytes;
    });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ minLength: 32, maxLength: 32 }), texts), (bytes) => {
        const bytes32 = `0x${bytesToHex(bytes)}` as Hash;
        expect(encodeLabel(decodeLabel(bytes32))).toBe(bytes32);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['33 bytes', 'x'.repeat(33)],
    ['a cut character', `${'x'.repeat(31)}é`],
    ['a trailing zero', 'a\0'],
    ['a line break', 'a\nb'],
    ['a lone surrogate', 'a\ud800'],
    ['hexadecimal of what is text', encodeLabel('text')],
  ])('refuse %s', (_what, label) => {
    expect(() => encodeLabel(label)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });
});
