import type { Address } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromHex, toHex } from '../../bytes/hex.js';
import { rlpEncode } from '../../rlp/rlp-encode.js';
import type { RlpItem } from '../../rlp/rlp-item.js';
import type { ConsensusProtocol } from '../../trust/trust-anchor.js';
import type { BftExtraData } from './bft-extra-data.js';
import { decodeExtraData } from './decode-extra-data.js';
import { encodeExtraData } from './encode-extra-data.js';

const address = (digit: string): Address => `0x${digit.repeat(40)}`;
const zeroVanity = new Uint8Array(32);
const genesis: BftExtraData = {
  vanity: zeroVanity,
  validators: [address('1'), address('2')],
  vote: undefined,
  round: 0,
  seals: [],
};

const addresses = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => toHex(bytes));
const extraData: fc.Arbitrary<BftExtraData> = fc.record({
  vanity: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  validators: fc.uniqueArray(addresses, { maxLength: 12 }).map((list) => list.sort()),
  vote: fc.option(fc.record({ subject: addresses, add: fc.boolean() }), { nil: undefined }),
  round: fc.oneof(fc.nat(300), fc.nat()),
  seals: fc.array(fc.uint8Array({ minLength: 65, maxLength: 65 }), { maxLength: 9 }),
});

const both = [['qbft', 'ibft2'] as const, ['ibft2', 'qbft'] as const];
const refusal = expect.objectContaining({ code: 'HEADER_MALFORMED' });
const empty = new Uint8Array(0);
const one = fromHex(address('1'));

/** The five items as the protocol writes those of a genesis, with some replaced. */
function itemsOf(protocol: ConsensusProtocol, change: Record<number, RlpItem> = {}): Uint8Array {
  const whole: Record<ConsensusProtocol, RlpItem[]> = {
    qbft: [zeroVanity, [one], [], empty, []],
    ibft2: [zeroVanity, [one], empty, new Uint8Array(4), []],
  };
  return rlpEncode(whole[protocol].map((item, at) => change[at] ?? item));
}

describe.each(both)('the extra data of %s', (protocol, other) => {
  const encode = (value: BftExtraData) => encodeExtraData(protocol, value);
  const decode = (rlp: Uint8Array) => decodeExtraData(protocol, rlp);

  it('come back whatever they are', () => {
    fc.assert(
      fc.property(extraData, (value) => {
        expect(decode(encode(value))).toEqual(value);
      }),
    );
  });

  // A vote to add and a round of 2^24 or later look the same in both: no chain comes there in centuries.
  it('are not read as those of the other protocol before round 2^24', () => {
    fc.assert(
      fc.property(extraData, (value) => {
        const early = { ...value, round: value.round % 2 ** 24 };
        expect(() => decodeExtraData(other, encode(early))).toThrow(refusal);
      }),
    );
  });

  it.each<[string, Partial<BftExtraData>]>([
    ['a short vanity', { vanity: new Uint8Array(31) }],
    ['validators in descending order', { validators: [address('2'), address('1')] }],
    ['a validator twice', { validators: [address('1'), address('1')] }],
    ['a validator with upper-case digits', { validators: [address('A')] }],
    ['half an address to vote on', { vote: { subject: '0x1111', add: true } }],
    ['a negative round', { round: -1 }],
    ['a round past 31 bits', { round: 2 ** 31 }],
    ['a seal of 64 bytes', { seals: [new Uint8Array(64)] }],
  ])('are not written with %s', (_what, change) => {
    expect(() => encode({ ...genesis, ...change })).toThrow(refusal);
  });

  it('are read from the items that the cases below alter', () => {
    expect(decode(itemsOf(protocol))).toEqual({ ...genesis, validators: [address('1')] });
  });

  it.each<[string, Uint8Array]>([
    ['nothing', empty],
    ['a vanity only', zeroVanity],
    ['no RLP', Uint8Array.of(0xf9)],
    ['the four items that IBFT 2.0 signs', rlpEncode([zeroVanity, [one], empty, empty])],
    ['six items', rlpEncode([zeroVanity, [one], [], empty, [], []])],
    ['a list for the vanity', itemsOf(protocol, { 0: [] })],
    ['a vote without its mark', itemsOf(protocol, { 2: [one] })],
    ['a vote with another mark', itemsOf(protocol, { 2: [one, Uint8Array.of(1)] })],
    ['a vote with a mark of two bytes', itemsOf(protocol, { 2: [one, Uint8Array.of(0xff, 0xff)] })],
    ['a vote in three parts', itemsOf(protocol, { 2: [one, Uint8Array.of(0xff), empty] })],
    ['a vote that is an address only', itemsOf(protocol, { 2: one })],
    ['a list for a validator', itemsOf(protocol, { 1: [[one]] })],
    ['a validator of 19 bytes', itemsOf(protocol, { 1: [one.subarray(1)] })],
    ['a list for the round', itemsOf(protocol, { 3: [] })],
    ['a round of five bytes', itemsOf(protocol, { 3: new Uint8Array(5).fill(1) })],
    ['a round past 31 bits', itemsOf(protocol, { 3: Uint8Array.of(0x80, 0, 0, 0) })],
    ['bytes for seals', itemsOf(protocol, { 4: empty })],
    ['a seal of 66 bytes', itemsOf(protocol, { 4: [new Uint8Array(66)] })],
  ])('are not read from %s', (_what, rlp) => {
    expect(() => decode(rlp)).toThrow(refusal);
  });
});

describe('the forms that differ', () => {
  const vanity = `a0${'00'.repeat(32)}`;
  const set = `ea94${'11'.repeat(20)}94${'22'.repeat(20)}`;
  const vote = { subject: address('3'), add: true };
  const subject = `94${'33'.repeat(20)}`;

  it.each<[string, ConsensusProtocol, Partial<BftExtraData>, string]>([
    ['QBFT, no vote, round 0', 'qbft', {}, `f84f${vanity}${set}c080c0`],
    ['QBFT, a vote to add', 'qbft', { vote }, `f866${vanity}${set}d7${subject}81ff80c0`],
    [
      'QBFT, a vote to drop',
      'qbft',
      { vote: { ...vote, add: false } },
      `f865${vanity}${set}d6${subject}8080c0`,
    ],
    ['QBFT, round 256', 'qbft', { round: 256 }, `f851${vanity}${set}c0820100c0`],
    ['IBFT 2.0, no vote, round 0', 'ibft2', {}, `f853${vanity}${set}808400000000c0`],
    ['IBFT 2.0, a vote to add', 'ibft2', { vote }, `f86a${vanity}${set}d7${subject}81ff8400000000c0`],
    [
      'IBFT 2.0, a vote to drop',
      'ibft2',
      { vote: { ...vote, add: false } },
      `f869${vanity}${set}d6${subject}008400000000c0`,
    ],
    ['IBFT 2.0, round 256', 'ibft2', { round: 256 }, `f853${vanity}${set}808400000100c0`],
  ])('%s', (_name, protocol, change, hex) => {
    const value = { ...genesis, ...change };
    expect(toHex(encodeExtraData(protocol, value))).toBe(`0x${hex}`);
    expect(decodeExtraData(protocol, fromHex(`0x${hex}`))).toEqual(value);
  });

  it.each<[string, ConsensusProtocol, Record<number, RlpItem>]>([
    ['QBFT: the empty string for a vote', 'qbft', { 2: empty }],
    ['QBFT: a vote to drop as IBFT 2.0 marks it', 'qbft', { 2: [one, Uint8Array.of(0)] }],
    ['QBFT: a round of four bytes', 'qbft', { 3: new Uint8Array(4) }],
    ['QBFT: a round with a leading zero', 'qbft', { 3: Uint8Array.of(0, 1) }],
    ['QBFT: round zero as a byte', 'qbft', { 3: Uint8Array.of(0) }],
    ['IBFT 2.0: an empty list for a vote', 'ibft2', { 2: [] }],
    ['IBFT 2.0: a vote to drop as QBFT marks it', 'ibft2', { 2: [one, empty] }],
    ['IBFT 2.0: a round of three bytes', 'ibft2', { 3: new Uint8Array(3) }],
    ['IBFT 2.0: round zero as a scalar', 'ibft2', { 3: empty }],
  ])('are not mixed: %s', (_name, protocol, change) => {
    expect(() => decodeExtraData(protocol, itemsOf(protocol, change))).toThrow(refusal);
  });
});
