import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toHex } from '../bytes/hex.js';
import { keccak256 } from '../hash/keccak256.js';
import type { SealPlan } from '../testing/seal-header.js';
import { sealHeader, validatorSet } from '../testing/seal-header.js';
import { hashOf } from '../testing/synthetic-facts.js';
import type { ConsensusProtocol } from '../trust/trust-anchor.js';
import { blockHash } from './block-hash.js';
import { commitHash } from './commit-hash.js';
import { decodeHeader } from './decode-header.js';
import { protocolAt } from './protocol-at.js';

const declared = validatorSet(0, 1, 2, 3);

describe.each<[ConsensusProtocol]>([['qbft'], ['ibft2']])('the hashes of a %s header', (protocol) => {
  const headerOf = (plan: Partial<SealPlan> = {}) =>
    decodeHeader(sealHeader({ protocol, declared, ...plan }));
  const hashes = (plan: Partial<SealPlan>) => ({
    block: blockHash(protocol, headerOf(plan)),
    commit: commitHash(protocol, headerOf(plan)),
  });
  const plain = hashes({});

  it('differ from the hash of the bytes, and after a round change from each other', () => {
    const bytes = toHex(keccak256(sealHeader({ protocol, declared })));
    expect(plain.block).not.toBe(bytes);
    expect(plain.commit).not.toBe(bytes);
    // QBFT signs round 0 and hashes round 0: the same bytes.
    expect(plain.commit === plain.block).toBe(protocol === 'qbft');
  });

  it('do not depend on who sealed', () => {
    expect(hashes({ signers: validatorSet(1, 2, 3) })).toEqual(plain);
    expect(hashes({ signers: [] })).toEqual(plain);
  });

  it('are after a round change: the same of the block, another to sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 0x7fff_ffff }), (round) => {
        const changed = hashes({ extraData: { round }, signers: [] });
        expect(changed.block).toBe(plain.block);
        expect(changed.commit).not.toBe(plain.commit);
      }),
      { numRuns: 20 },
    );
  });

  it.each<[string, Partial<SealPlan>]>([
    ['the state root', { fields: { stateRoot: hashOf('another state') } }],
    ['the time', { timestamp: 1_700_010_001 }],
    ['the proposer', { fields: { miner: validatorSet(9)[0]?.address as string } }],
    ['the vanity', { extraData: { vanity: new Uint8Array(32).fill(1) } }],
    ['the validators', { declared: validatorSet(0, 1, 2, 4), fields: { miner: `0x${'11'.repeat(20)}` } }],
    ['a vote to add', { extraData: { vote: { subject: `0x${'22'.repeat(20)}`, add: true } } }],
    ['a vote to drop', { extraData: { vote: { subject: `0x${'22'.repeat(20)}`, add: false } } }],
    ['a field of a later fork', { fields: { baseFeePerGas: '0x0' } }],
  ])('are both changed by %s', (_what, plan) => {
    const changed = hashes(plan);
    expect(changed.block).not.toBe(plain.block);
    expect(changed.commit).not.toBe(plain.commit);
  });

  it('are, of a genesis, those of the bytes as they are', () => {
    const genesis = sealHeader({ protocol, declared, number: 0, signers: [], extraData: { round: 3 } });
    expect(blockHash(protocol, decodeHeader(genesis))).toBe(toHex(keccak256(genesis)));
  });

  it('are refused for extra data of the other protocol', () => {
    const other = protocol === 'qbft' ? 'ibft2' : 'qbft';
    const refusal = expect.objectContaining({ code: 'HEADER_MALFORMED' });
    expect(() => blockHash(other, headerOf())).toThrow(refusal);
    expect(() => commitHash(other, headerOf())).toThrow(refusal);
  });
});

describe('protocolAt', () => {
  const consensus = [
    { fromBlock: 0, protocol: 'ibft2' as const },
    { fromBlock: 100, protocol: 'qbft' as const },
  ];

  it.each([
    [0, 'ibft2'],
    [99, 'ibft2'],
    [100, 'qbft'],
    [1e9, 'qbft'],
  ])('of block %i is %s', (number, protocol) => {
    expect(protocolAt(consensus, number)).toBe(protocol);
  });

  it('is none where none is named', () => {
    expect(protocolAt(undefined, 5)).toBeUndefined();
  });
});
