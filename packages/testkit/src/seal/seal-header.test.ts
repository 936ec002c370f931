import type { ConsensusProtocol, RpcBlock } from '@eslabon/bundle';
import { blockHash, decodeExtraData, decodeHeader, encodeHeader, verifySeals } from '@eslabon/bundle';
import { describe, expect, it } from '@jest/globals';
import { hexToBytes, keccak256 } from 'viem';
import { testAccount } from '../keys/test-account.js';
import { declares, headerFaults, ownValidators, sealedBy, strangerSeal } from './header-faults.js';
import { planSeal } from './plan-seal.js';
import { sealHeader } from './seal-header.js';
import type { HeaderFault, SealSchedule } from './seal-schedule.js';

const validators = ['a', 'b', 'c', 'd'].map((name) => testAccount(`validator ${name}`));
const strangers = ['w', 'x', 'y', 'z'].map((name) => testAccount(`stranger ${name}`));
const ordered = validators.map(({ address }) => address).sort();
const protocols: ConsensusProtocol[] = ['qbft', 'ibft2'];

const block: RpcBlock = {
  parentHash: keccak256('0x01'),
  sha3Uncles: keccak256('0x02'),
  miner: `0x${'00'.repeat(20)}`,
  stateRoot: keccak256('0x03'),
  transactionsRoot: keccak256('0x04'),
  receiptsRoot: keccak256('0x05'),
  logsBloom: `0x${'00'.repeat(256)}`,
  difficulty: '0x0',
  number: '0x7',
  gasLimit: '0x1c9c380',
  gasUsed: '0x5208',
  timestamp: '0x6640618b',
  extraData: '0x',
  mixHash: `0x${'00'.repeat(32)}`,
  nonce: '0x0000000000000042',
};

const scheduleOf = (protocol: ConsensusProtocol, more: Partial<SealSchedule> = {}): SealSchedule => ({
  consensus: [{ fromBlock: 0, protocol }],
  validators: [{ fromBlock: 0, validators }],
  ...more,
});
const planned = (protocol: ConsensusProtocol, more?: Partial<SealSchedule>) =>
  planSeal(scheduleOf(protocol, more), 7);
const headerOf = (fields: RpcBlock) => decodeHeader(encodeHeader(fields));

describe.each(protocols)('a header sealed in %s', (protocol) => {
  it('is one that a reader accepts, with a quorum of the set from the proposer on', async () => {
    const sealed = await sealHeader(block, planned(protocol));
    const turn = [ordered[3], ordered[0], ordered[1]];
    expect(sealed.miner).toBe(ordered[3]);
    expect(verifySeals(protocol, headerOf(sealed))).toMatchObject({
      number: 7,
      round: 0,
      validators: ordered,
      signers: turn,
    });
    const { stateRoot, transactionsRoot, receiptsRoot, parentHash, timestamp } = block;
    expect(sealed).toMatchObject({ stateRoot, transactionsRoot, receiptsRoot, parentHash, timestamp });
  });

  it('is sealed by all when the schedule says so', async () => {
    const sealed = await sealHeader(block, planned(protocol, { signers: 'all' }));
    expect(verifySeals(protocol, headerOf(sealed)).signers.toSorted()).toEqual(ordered);
  });

  it('is the same, bit for bit, when it is made again', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => sealHeader(block, planned(protocol))));
    expect(one).toEqual(two);
  });

  it('of a later round has another proposer and other seals', async () => {
    const rounds = new Map([[7, 3]]);
    const sealed = await sealHeader(block, planned(protocol, { rounds }));
    expect(sealed.miner).toBe(ordered[2]);
    expect(verifySeals(protocol, headerOf(sealed)).round).toBe(3);
    // Only the round differs: the block stays the same, its seals do not.
    const again = await sealHeader(block, { ...planned(protocol, { rounds }), round: 4 });
    const hashOf = (fields: RpcBlock) => blockHash(protocol, headerOf(fields));
    expect(hashOf(again)).toBe(hashOf(sealed));
    expect(again.extraData).not.toBe(sealed.extraData);
  });

  it.each<[string, HeaderFault, string]>([
    ['without seals', headerFaults.noSeals, 'quorum'],
    ['sealed by one fewer than a quorum', headerFaults.belowQuorum, 'quorum'],
    ['sealed by one twice', headerFaults.duplicateSeal, 'duplicateSeal'],
    ['with high s', headerFaults.highS, 'sealForm'],
    ['sealed in another round', headerFaults.otherRound, 'foreignSeal'],
    ['sealed by a stranger too', strangerSeal(strangers[0] as never), 'foreignSeal'],
    ['sealed by strangers', sealedBy(strangers), 'foreignSeal'],
    ['that declares others than its sealers', declares(strangers), 'proposer'],
  ])('%s is refused', async (_what, fault, reason) => {
    const sealed = await sealHeader(block, fault(planned(protocol)));
    expect(() => verifySeals(protocol, headerOf(sealed))).toThrow(
      expect.objectContaining({ code: 'BUNDLE_SEALS', details: expect.objectContaining({ reason }) }),
    );
  });

  it('by a set of its own is whole in itself', async () => {
    const sealed = await sealHeader(block, ownValidators(strangers)(planned(protocol)));
    expect(verifySeals(protocol, headerOf(sealed)).validators).toEqual(
      strangers.map(({ address }) => address).sort(),
    );
  });

  it('may stand twice at one height: both are sealed, with different hashes', async () => {
    const other = { ...block, stateRoot: keccak256('0x33') };
    const [one, two] = await Promise.all([block, other].map((each) => sealHeader(each, planned(protocol))));
    const [first, second] = [one, two].map((each) => verifySeals(protocol, headerOf(each as RpcBlock)));
    expect(first?.signers).toEqual(second?.signers);
    expect(first?.hash).not.toBe(second?.hash);
  });
});

describe('a change of the set', () => {
  const [a, b, c, d] = validators as [(typeof validators)[0], never, never, never];
  const newcomer = strangers[0] as typeof a;
  const schedule = scheduleOf('qbft', {
    validators: [
      { fromBlock: 0, validators: [a, b, c, d] },
      { fromBlock: 10, validators: [a, b, c, newcomer] },
    ],
  });
  const voteOf = (number: number) => planSeal(schedule, number).vote;

  it('is voted for in the blocks before it, by a majority of different proposers', async () => {
    const [add, drop] = [
      { subject: newcomer.address, add: true },
      { subject: (d as typeof a).address, add: false },
    ];
    expect([3, 4, 5, 6, 7, 8, 9, 10].map(voteOf)).toEqual([
      undefined,
      add,
      add,
      add,
      drop,
      drop,
      drop,
      undefined,
    ]);
    for (const start of [4, 7]) {
      const proposers = [0, 1, 2].map((i) => planSeal(schedule, start + i).proposer);
      expect(new Set(proposers).size).toBe(3);
    }
  });

  it.each(protocols)('stands in the extra data of %s', async (protocol) => {
    for (const number of [4, 7]) {
      const seal = { ...planSeal(schedule, number), protocol };
      const { extraData } = await sealHeader(block, seal);
      expect(decodeExtraData(protocol, hexToBytes(extraData)).vote).toEqual(seal.vote);
    }
  });

  it('applies from its block on', () => {
    expect(planSeal(schedule, 9).validators).toContain((d as typeof a).address);
    expect(planSeal(schedule, 10).validators).toEqual(
      [a, b, c, newcomer].map((each) => (each as typeof a).address).sort(),
    );
  });
});

it('a genesis declares validators and is sealed by nobody', () => {
  const seal = planSeal(scheduleOf('ibft2', { faults: new Map([[0, headerFaults.highS]]) }), 0);
  expect(seal).toEqual({
    protocol: 'ibft2',
    validators: ordered,
    proposer: `0x${'00'.repeat(20)}`,
    round: 0,
    signers: [],
  });
});
