import { describe, expect, it } from '@jest/globals';
import { fromHex } from '../../bytes/hex.js';
import type { RlpItem } from '../../rlp/rlp-item.js';
import type { SealPlan } from '../../testing/seal-header.js';
import { sealHeader, sealOf, validator, validatorSet } from '../../testing/seal-header.js';
import { hashOf } from '../../testing/synthetic-facts.js';
import { withHighS } from '../../testing/with-high-s.js';
import type { ConsensusProtocol } from '../../trust/trust-anchor.js';
import { blockHash } from '../block-hash.js';
import { commitHash } from '../commit-hash.js';
import { decodeHeader } from '../decode-header.js';
import { verifySeals } from './verify-seals.js';

type Wrong = Partial<SealPlan>;

const four = validatorSet(0, 1, 2, 3);
const stranger = validator(77);
const first = (count: number, of = four) => of.slice(0, count);
const subject = stranger.address;
const replaceSeal = (at: number, change: (seal: Uint8Array) => Uint8Array): Wrong => ({
  alterSeals: (seals) => seals.map((seal, i) => (i === at ? change(seal) : seal)),
});
const replaceItem = (at: number, item: RlpItem): Wrong => ({
  alterItems: (items) => items.map((old, i) => (i === at ? item : old)),
});
const withV = (v: number) => (seal: Uint8Array) => Uint8Array.of(...seal.subarray(0, 64), v);
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

const refusal = (reason: string) =>
  expect.objectContaining({ code: 'BUNDLE_SEALS', details: expect.objectContaining({ reason }) });

describe.each<[ConsensusProtocol, ConsensusProtocol]>([
  ['qbft', 'ibft2'],
  ['ibft2', 'qbft'],
])('the seals of a %s header', (protocol, other) => {
  const verify = (plan: Wrong, as = protocol) =>
    verifySeals(as, decodeHeader(sealHeader({ protocol, declared: four, ...plan })));

  it('name those who sealed it, in their order, and the block', () => {
    const signers = [four[2], four[0], four[3]] as typeof four;
    const rlp = sealHeader({ protocol, declared: four, signers, extraData: { round: 2 } });
    expect(verifySeals(protocol, decodeHeader(rlp))).toEqual({
      protocol,
      number: 1234,
      timestamp: 1_700_010_000,
      hash: blockHash(protocol, decodeHeader(rlp)),
      round: 2,
      validators: four.map(({ address }) => address),
      signers: signers.map(({ address }) => address),
    });
  });

  it.each<[string, Wrong]>([
    ['all of four', {}],
    ['exactly a quorum: 3 of 4', { signers: first(3) }],
    ['the only validator', { declared: first(1) }],
    ['2 of 2', { declared: first(2) }],
    ['2 of 3', { declared: first(3), signers: first(2) }],
    ['4 of 6', { declared: validatorSet(...numbers(6)), signers: validatorSet(...numbers(6)).slice(2) }],
    ['5 of 7', { declared: validatorSet(...numbers(7)), signers: validatorSet(...numbers(7)).slice(2) }],
    ['14 of 21', { declared: validatorSet(...numbers(21)), signers: validatorSet(...numbers(21)).slice(7) }],
    ['a header of round 1', { extraData: { round: 1 } }],
    ['a header of round 2^31 - 1', { extraData: { round: 0x7fff_ffff } }],
    ['a header with a vote to add', { extraData: { vote: { subject, add: true } } }],
    [
      'a header with a vote to drop',
      { extraData: { vote: { subject: four[0]?.address as `0x${string}`, add: false } } },
    ],
    ['a proposer that did not seal', { signers: first(4).slice(1) }],
    [
      'a header with base fee and withdrawals root',
      { fields: { baseFeePerGas: '0x7', withdrawalsRoot: hashOf('w') } },
    ],
    ['a vanity that is not zero', { extraData: { vanity: new Uint8Array(32).fill(0xab) } }],
  ])('are accepted: %s', (_what, plan) => {
    expect(verify(plan).signers).toEqual(
      (plan.signers ?? plan.declared ?? four).map(({ address }) => address),
    );
  });

  it.each<[string, string, Wrong]>([
    ['quorum', 'a quorum minus one: 2 of 4', { signers: first(2) }],
    ['quorum', '1 of 2', { declared: first(2), signers: first(1) }],
    ['quorum', '1 of 3', { declared: first(3), signers: first(1) }],
    [
      'quorum',
      '3 of 6',
      { declared: validatorSet(...numbers(6)), signers: validatorSet(...numbers(6)).slice(3) },
    ],
    [
      'quorum',
      '4 of 7',
      { declared: validatorSet(...numbers(7)), signers: validatorSet(...numbers(7)).slice(3) },
    ],
    ['quorum', 'none', { signers: [] }],
    ['duplicateSeal', 'one validator twice beside a quorum', { signers: [...first(3), ...first(1)] }],
    ['duplicateSeal', 'one validator twice to make up a quorum', { signers: [...first(2), ...first(1)] }],
    ['foreignSeal', 'a stranger beside a quorum', { signers: [...four, stranger] }],
    ['foreignSeal', 'a stranger to make up a quorum', { signers: [...first(2), stranger] }],
    ['foreignSeal', 'a flipped recovery id', replaceSeal(0, (seal) => withV(1 - (seal[64] as number))(seal))],
    ['foreignSeal', 'a changed bit of s', replaceSeal(1, (seal) => seal.with(63, (seal[63] as number) ^ 1))],
    ['foreignSeal', 'seals of another round', { extraData: { round: 1 }, sealedRound: 0 }],
    ['foreignSeal', 'seals of a round before the change', { extraData: { round: 0 }, sealedRound: 1 }],
    ['foreignSeal', 'seals over the block hash', sealsOver(protocol, 'block')],
    ['foreignSeal', 'seals over another header’s commit hash', sealsOver(protocol, 'other')],
    ['sealForm', 'a high s', replaceSeal(2, withHighS)],
    ['sealForm', 'v of 27', replaceSeal(0, withV(27))],
    ['sealForm', 'v of 28', replaceSeal(3, withV(28))],
    ['sealForm', 'v of 2', replaceSeal(0, withV(2))],
    ['sealForm', 'an r of zero', replaceSeal(0, (seal) => seal.slice().fill(0, 0, 32))],
    ['sealForm', 'an s of zero', replaceSeal(0, (seal) => seal.slice().fill(0, 32, 64))],
    [
      'sealForm',
      'an r past the order of the curve',
      replaceSeal(0, (seal) => seal.slice().fill(0xff, 0, 32)),
    ],
    ['extraData', 'a seal of 64 bytes', { alterItems: (items) => items.with(4, [new Uint8Array(64)]) }],
    ['extraData', 'four items', { alterItems: (items) => items.slice(0, 4) }],
    ['extraData', 'six items', { alterItems: (items) => [...items, []] }],
    [
      'extraData',
      'validators in descending order',
      {
        alterItems: (items) =>
          items.with(
            1,
            [...four].reverse().map(({ address }) => fromHex(address)),
          ),
      },
    ],
    [
      'extraData',
      'a validator twice',
      replaceItem(
        1,
        [four[0], four[0]].map((each) => fromHex(each?.address as string)),
      ),
    ],
    ['extraData', 'a vanity of 31 bytes', replaceItem(0, new Uint8Array(31))],
    ['extraData', 'a round of three bytes with a leading zero', replaceItem(3, Uint8Array.of(0, 0, 1))],
    ['extraData', 'no extra data at all', { alterItems: () => [] }],
    ['proposer', 'a proposer that is no validator', { fields: { miner: stranger.address } }],
    ['mixHash', 'another mixHash', { fields: { mixHash: hashOf('mix') } }],
    ['mixHash', 'the mixHash of a chain without BFT', { fields: { mixHash: `0x${'00'.repeat(32)}` } }],
    ['difficulty', 'difficulty 2', { fields: { difficulty: '0x2' } }],
    ['difficulty', 'difficulty 0', { fields: { difficulty: '0x0' } }],
    ['genesis', 'a genesis', { number: 0 }],
  ])('are refused for %s: %s', (reason, _what, plan) => {
    expect(() => verify(plan)).toThrow(
      expect.objectContaining({
        code: 'BUNDLE_SEALS',
        details: expect.objectContaining({ reason, protocol }),
      }),
    );
  });

  it('are refused when the header is offered as one of the other protocol', () => {
    expect(() => verify({}, other)).toThrow(
      expect.objectContaining({
        code: 'BUNDLE_SEALS',
        details: expect.objectContaining({ reason: 'extraData' }),
      }),
    );
  });

  it('are refused when a field was changed after sealing', () => {
    const rlp = sealHeader({ protocol, declared: four });
    const { fields, ...header } = decodeHeader(rlp);
    const forged = { ...header, fields: { ...fields, stateRoot: hashOf('forged') } };
    expect(() => verifySeals(protocol, forged)).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ reason: 'foreignSeal' }) }),
    );
  });

  it('are refused clearly when a contract names the validators', () => {
    const act = () => verify({ declared: [], signers: four, fields: { miner: four[0]?.address as string } });
    expect(act).toThrow(expect.objectContaining({ code: 'BUNDLE_VALIDATORS' }));
    expect(act).toThrow(/not supported yet/);
  });

  it('say how many sealed when they are too few', () => {
    expect(() => verify({ signers: first(2) })).toThrow(
      expect.objectContaining({
        details: { reason: 'quorum', block: 1234, protocol, validators: 4, signers: 2, quorum: 3 },
      }),
    );
  });

  it.each<[string, Wrong]>([
    ['a high s', replaceSeal(0, withHighS)],
    ['v of 27', replaceSeal(0, withV(27))],
    ['v of 2', replaceSeal(0, withV(2))],
  ])('are recovered by what is given instead, which is not even asked about %s', (_what, plan) => {
    const header = decodeHeader(sealHeader({ protocol, declared: four, ...plan }));
    let asked = 0;
    const lenient = () => {
      asked++;
      return four[0]?.address;
    };
    const act = () => verifySeals(protocol, header, { recoverSigner: lenient });
    expect(act).toThrow(refusal('sealForm'));
    expect(asked).toBe(0);
  });

  it('are refused when nobody is recovered', () => {
    const header = decodeHeader(sealHeader({ protocol, declared: four }));
    const act = () => verifySeals(protocol, header, { recoverSigner: () => undefined });
    expect(act).toThrow(refusal('sealForm'));
  });
});

describe('what only IBFT 2.0 asks of a header', () => {
  it.each<[string, Wrong]>([
    ['nonce', { fields: { nonce: '0x0000000000000001' } }],
    ['ommers', { fields: { sha3Uncles: hashOf('ommers') } }],
  ])('%s', (reason, plan) => {
    const header = (protocol: ConsensusProtocol) =>
      decodeHeader(sealHeader({ protocol, declared: four, ...plan }));
    expect(() => verifySeals('ibft2', header('ibft2'))).toThrow(
      expect.objectContaining({ code: 'BUNDLE_SEALS', details: expect.objectContaining({ reason }) }),
    );
    expect(verifySeals('qbft', header('qbft')).signers).toHaveLength(4);
  });
});

/** Genuine signatures of the validators, over something else than the commit hash; the header is of round 1. */
function sealsOver(protocol: ConsensusProtocol, what: 'block' | 'other'): Wrong {
  const timestamp = what === 'block' ? 1_700_010_000 : 1_700_010_001;
  const extraData = { round: 1 };
  const other = decodeHeader(sealHeader({ protocol, declared: four, timestamp, extraData, signers: [] }));
  const hash = fromHex(what === 'block' ? blockHash(protocol, other) : commitHash(protocol, other));
  return { extraData, alterSeals: () => four.map((each) => sealOf(hash, each)) };
}
