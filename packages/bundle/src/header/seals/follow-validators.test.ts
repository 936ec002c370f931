import type { Address } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { addressOf, hashOf } from '../../testing/synthetic-facts.js';
import type { Checkpoint } from '../../trust/trust-anchor.js';
import type { FollowRules } from './follow-validators.js';
import { followValidators } from './follow-validators.js';
import { isVouchedFor } from './is-vouched-for.js';
import { quorumOf, vouchersNeeded } from './quorum.js';
import type { SealedHeader } from './sealed-header.js';

const named = (names: string): Address[] => [...names].map(addressOf).sort();
const trusted: Checkpoint = { number: 10, hash: hashOf('10'), timestamp: 1000, validators: named('ABCD') };
const rules: FollowRules = { now: 1500, trustingPeriod: 500 };

function sealed(validators: string, signers = validators, change: Partial<SealedHeader> = {}): SealedHeader {
  const at = { number: 20, hash: hashOf('20'), timestamp: 1100, round: 0 };
  return { protocol: 'qbft', ...at, validators: named(validators), signers: named(signers), ...change };
}

describe('followValidators', () => {
  it.each<[string, SealedHeader]>([
    ['the same set', sealed('ABCD')],
    ['two of four left', sealed('CDEF')],
    ['a larger set', sealed('ABCDEFGH', 'CDEFGH')],
    ['the next block, a second later', sealed('ABCD', 'ABC', { number: 11, timestamp: 1001 })],
  ])('hands the trust on to %s', (_what, next) => {
    const { number, hash, timestamp, validators } = next;
    expect(followValidators(trusted, next, rules)).toEqual({ number, hash, timestamp, validators });
  });

  it.each<[string, string, SealedHeader, Partial<FollowRules>, Partial<Checkpoint>]>([
    ['BUNDLE_HEADER', 'the same block', sealed('ABCD', 'ABCD', { number: 10 }), {}, {}],
    ['BUNDLE_HEADER', 'an earlier block with a later time', sealed('ABCD', 'ABCD', { number: 9 }), {}, {}],
    ['BUNDLE_HEADER', 'a later block at the same time', sealed('ABCD', 'ABCD', { timestamp: 1000 }), {}, {}],
    ['BUNDLE_CHECKPOINT', 'one of four left', sealed('DEFG'), {}, {}],
    ['BUNDLE_CHECKPOINT', 'two of four declared, one of them a signer', sealed('CDEF', 'DEF'), {}, {}],
    ['BUNDLE_CHECKPOINT_EXPIRED', 'trust that ran out', sealed('ABCD'), { now: 1501 }, {}],
    ['BUNDLE_VALIDATORS', 'three validators', sealed('ABC'), {}, {}],
    ['BUNDLE_VALIDATORS', 'trust in three', sealed('ABCD'), {}, { validators: named('ABC') }],
    ['BUNDLE_VALIDATORS', 'fewer than asked for', sealed('ABCD'), { minValidators: 5 }, {}],
  ])('answers %s to %s', (code, _what, next, rule, from) => {
    const act = () => followValidators({ ...trusted, ...from }, next, { ...rules, ...rule });
    expect(act).toThrow(expect.objectContaining({ code }));
  });

  it('says how many of the trusted ones are missing', () => {
    expect(() => followValidators(trusted, sealed('DEFG'), rules)).toThrow(
      expect.objectContaining({ details: { block: 20, trusted: 10, vouchers: 1, needed: 2 } }),
    );
  });
});

it.each([
  [1, 1, 1],
  [2, 2, 1],
  [3, 2, 1],
  [4, 3, 2],
  [5, 4, 2],
  [6, 4, 2],
  [7, 5, 3],
  [9, 6, 3],
  [10, 7, 4],
  [21, 14, 7],
  [100, 67, 34],
])(
  'of %i validators %i are a quorum, and %i have an honest one among them',
  (validators, quorum, vouchers) => {
    expect(quorumOf(validators)).toBe(quorum);
    expect(vouchersNeeded(validators)).toBe(vouchers);
  },
);

it('a header is vouched for by enough of the trusted ones, whoever else signed', () => {
  expect(isVouchedFor(named('CDEFGH'), named('ABCD'))).toBe(true);
  expect(isVouchedFor(named('DEFGH'), named('ABCD'))).toBe(false);
  expect(isVouchedFor([], named('A'))).toBe(false);
});
