import type { Address } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromHex, toHex } from '../../bytes/hex.js';
import { rlpEncode } from '../../rlp/rlp-encode.js';
import type { RlpItem } from '../../rlp/rlp-item.js';
import { decodeQbftExtraData } from './decode-extra-data.js';
import { encodeQbftExtraData } from './encode-extra-data.js';
import type { QbftExtraData } from './extra-data.js';

const address = (digit: string): Address => `0x${digit.repeat(40)}`;
const zeroVanity = new Uint8Array(32);
const genesis: QbftExtraData = {
  vanity: zeroVanity,
  validators: [address('1'), address('2')],
  vote: undefined,
  round: 0,
  seals: [],
};

const addresses = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => toHex(bytes));
const extraData: fc.Arbitrary<QbftExtraData> = fc.record({
  vanity: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  validators: fc.uniqueArray(addresses, { maxLength: 12 }).map((list) => list.sort()),
  vote: fc.option(fc.record({ subject: addresses, add: fc.boolean() }), { nil: undefined }),
  round: fc.oneof(fc.nat(300), fc.nat()),
  seals: fc.array(fc.uint8Array({ minLength: 65, maxLength: 65 }), { maxLength: 9 }),
});

describe('the extra data of a QBFT header', () => {
  it('are for a genesis: zero vanity, validators, an empty vote, round 0 as the empty string, no seals', () => {
    const expected = [
      `f84fa0${'00'.repeat(32)}`,
      `ea94${'11'.repeat(20)}94${'22'.repeat(20)}`,
      'c0',
      '80',
      'c0',
    ].join('');
    expect(toHex(encodeQbftExtraData(genesis))).toBe(`0x${expected}`);
    expect(decodeQbftExtraData(fromHex(`0x${expected}`))).toEqual(genesis);
  });

  it('come back whatever they are', () => {
    fc.assert(
      fc.property(extraData, (value) => {
        expect(decodeQbftExtraData(encodeQbftExtraData(value))).toEqual(value);
      }),
    );
  });

  it.each<[string, Partial<QbftExtraData>]>([
    ['a short vanity', { vanity: new Uint8Array(31) }],
    ['validators in descending order', { validators: [address('2'), address('1')] }],
    ['a validator twice', { validators: [address('1'), address('1')] }],
    ['a validator with upper-case digits', { validators: [address('A')] }],
    ['half an address to vote on', { vote: { subject: '0x1111', add: true } }],
    ['a negative round', { round: -1 }],
    ['a round past 31 bits', { round: 2 ** 31 }],
    ['a seal of 64 bytes', { seals: [new Uint8Array(64)] }],
  ])('are not written with %s', (_what, change) => {
    const wrong = { ...genesis, ...change };
    expect(() => encodeQbftExtraData(wrong)).toThrow(expect.objectContaining({ code: 'HEADER_MALFORMED' }));
  });

  const empty = new Uint8Array(0);
  const one = fromHex(address('1'));
  const items = (change: Record<number, RlpItem>): Uint8Array => {
    const whole: RlpItem[] = [zeroVanity, [one], [], empty, []];
    return rlpEncode(whole.map((item, at) => change[at] ?? item));
  };
  it.each<[string, Uint8Array]>([
    ['nothing', empty],
    ['a vanity only', zeroVanity],
    ['four items, as IBFT 2.0 signs', rlpEncode([zeroVanity, [one], empty, empty])],
    ['six items', rlpEncode([zeroVanity, [one], [], empty, [], []])],
    ['the empty string for a vote, as IBFT 2.0 has it', items({ 2: empty })],
    ['a round of four bytes, as IBFT 2.0 has it', items({ 3: new Uint8Array(4) })],
    ['a vote without its mark', items({ 2: [one] })],
    ['a vote with another mark', items({ 2: [one, Uint8Array.of(1)] })],
    ['a vote in three parts', items({ 2: [one, empty, empty] })],
    ['a list for a validator', items({ 1: [[one]] })],
    ['a validator of 19 bytes', items({ 1: [one.subarray(1)] })],
    ['bytes for seals', items({ 4: empty })],
  ])('are not read from %s', (_what, rlp) => {
    expect(() => decodeQbftExtraData(rlp)).toThrow(expect.objectContaining({ code: 'HEADER_MALFORMED' }));
  });
});
