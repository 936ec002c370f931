import { EslabonError } from '@eslabon/core';
import { verifySignature } from '@eslabon/credentials';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeHeader } from '../header/decode-header.js';
import { sealHeader, validator, validatorSet } from '../testing/seal-header.js';
import { checkpointOf, rememberingRecovery, sealedTrust } from '../testing/sealed-bundle.js';
import { country } from '../testing/synthetic-facts.js';
import type { ConsensusProtocol } from '../trust/trust-anchor.js';
import { proveBlock } from './prove-block.js';

/** A header of the walk in numbers of validators, for the oracle to judge. */
interface Step {
  declared: number[];
  /** May have strangers and repetitions. */
  signers: number[];
  number: number;
  timestamp: number;
}

interface Scenario {
  protocol: ConsensusProtocol;
  checkpoint: { declared: number[]; number: number; timestamp: number };
  steps: Step[];
  trustingPeriod: number;
  minValidators: number;
  now: number;
}

/**
 * What proofs.md §3 says, once more and otherwise: in sets of numbers, with quorum and f + 1 as inequalities.
 * @returns the code for the first header that breaks a rule, or 'ok'; several where it breaks several.
 */
function judge({ checkpoint, steps, trustingPeriod, minValidators, now }: Scenario): string[] {
  let trusted = checkpoint;
  const last = steps.at(-1) as Step;
  if (last.timestamp > now + 300) return ['BUNDLE_FUTURE'];
  for (const [i, step] of steps.entries()) {
    const before = i === 0 ? undefined : steps[i - 1];
    if (before && (step.number <= before.number || step.timestamp <= before.timestamp))
      return ['BUNDLE_HEADER'];
  }
  if (last.number < checkpoint.number) return ['BUNDLE_CHECKPOINT'];
  if (checkpoint.declared.length < minValidators) return ['BUNDLE_VALIDATORS'];
  if (last.number === checkpoint.number) {
    const same = last.timestamp === checkpoint.timestamp && sameSet(last.declared, checkpoint.declared);
    return isSealed(last) ? [same ? 'ok' : 'BUNDLE_CHECKPOINT'] : ['BUNDLE_SEALS'];
  }
  for (const step of steps.filter(({ number }) => number > checkpoint.number)) {
    const broken: string[] = [];
    const vouchers = step.signers.filter((signer) => trusted.declared.includes(signer)).length;
    if (!isSealed(step)) broken.push('BUNDLE_SEALS');
    if (3 * vouchers < trusted.declared.length) broken.push('BUNDLE_CHECKPOINT');
    if (step.declared.length < minValidators) broken.push('BUNDLE_VALIDATORS');
    if (trusted.timestamp + trustingPeriod < now) broken.push('BUNDLE_CHECKPOINT_EXPIRED');
    if (step.timestamp <= trusted.timestamp) broken.push('BUNDLE_HEADER');
    if (broken.length > 0) return broken;
    trusted = step;
  }
  return ['ok'];
}

function isSealed({ declared, signers }: Step): boolean {
  const distinct = new Set(signers);
  const members = signers.every((signer) => declared.includes(signer));
  return members && distinct.size === signers.length && 3 * distinct.size >= 2 * declared.length;
}

function sameSet(a: number[], b: number[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}

const period = 10_000;
const validatorNumbers = fc.integer({ min: 0, max: 9 });
const sets = fc.uniqueArray(validatorNumbers, { minLength: 1, maxLength: 7 });
/** Mostly no change: a walk of several steps is to succeed often enough. */
const seldom = <T>(change: fc.Arbitrary<T>, else_: T) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(else_) }, { weight: 1, arbitrary: change });

/** How a step differs from the one before it. */
const change = fc.record({
  leave: fc.nat(3),
  join: fc.uniqueArray(validatorNumbers, { maxLength: 3 }),
  silent: fc.nat(2),
  stranger: seldom(fc.boolean(), false),
  repeat: seldom(fc.boolean(), false),
  blocks: seldom(fc.integer({ min: -3, max: 0 }), 5),
  seconds: seldom(fc.integer({ min: -60, max: 0 }), 300),
});

const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    protocol: fc.constantFrom<ConsensusProtocol>('qbft', 'ibft2'),
    first: sets,
    changes: fc.array(change, { minLength: 1, maxLength: 4 }),
    minValidators: fc.constantFrom(1, 1, 1, 4),
    now: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 1200, max: period }) },
      { weight: 2, arbitrary: fc.integer({ min: period - 2, max: period + 4 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 1500 }) },
    ),
    start: seldom(fc.integer({ min: 1, max: 8 }), 0),
  })
  .map(({ protocol, first, changes, minValidators, now, start }) => {
    const steps: Step[] = [];
    let before = { declared: first, number: 100, timestamp: 50_000 };
    for (const each of changes) {
      const declared = [...new Set([...before.declared.slice(each.leave), ...each.join])].slice(0, 7);
      if (declared.length === 0) declared.push(0);
      const signers = declared.slice(Math.min(each.silent, declared.length - 1));
      if (each.stranger) signers.push(11);
      if (each.repeat) signers.push(signers[0] as number);
      const timestamp = before.timestamp + each.seconds;
      before = { declared, number: before.number + each.blocks, timestamp };
      steps.push({ ...before, signers });
    }
    const checkpoint = { declared: first, number: 100 + start, timestamp: 50_000 };
    return { protocol, checkpoint, steps, trustingPeriod: period, minValidators, now: 50_000 + now };
  });

const recoverSigner = rememberingRecovery();

/** What the reader says: 'ok' or a code. */
function answer({ protocol, checkpoint, steps, now, ...rules }: Scenario): string {
  const seal = ({ declared, signers, number, timestamp }: Step) =>
    sealHeader({
      protocol,
      number,
      timestamp,
      declared: validatorSet(...declared),
      signers: signers.map(validator),
    });
  const headers = steps.map(seal);
  const block = decodeHeader(headers.pop() as Uint8Array);
  const { declared, ...at } = checkpoint;
  const trusted = checkpointOf({ protocol, ...at, declared: validatorSet(...declared) });
  const trust = sealedTrust(trusted, rules, [{ fromBlock: 0, protocol }]);
  const reader = { trust, attestor: country('PE'), verifySignature, recoverSigner, now };
  try {
    const proven = proveBlock({ mode: 'sealed', hops: headers }, block, reader);
    const hops = headers.filter((hop) => decodeHeader(hop).number > checkpoint.number).length;
    expect(proven.trust).toMatchObject({ hops, checkpoint: { number: block.number, hash: proven.hash } });
    return 'ok';
  } catch (error) {
    return error instanceof EslabonError ? error.code : String(error);
  }
}

describe('the walk from a checkpoint', () => {
  it('ends as an oracle says, for random validators, rotations and faults', () => {
    const answers = new Map<string, number>();
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const given = answer(scenario);
        expect(judge(scenario)).toContain(given);
        answers.set(given, (answers.get(given) ?? 0) + 1);
      }),
      { numRuns: 400 },
    );
    const usual = [
      'ok',
      'BUNDLE_SEALS',
      'BUNDLE_CHECKPOINT',
      'BUNDLE_VALIDATORS',
      'BUNDLE_HEADER',
      'BUNDLE_FUTURE',
    ];
    for (const code of [...usual, 'BUNDLE_CHECKPOINT_EXPIRED'])
      expect(answers.get(code) ?? 0).toBeGreaterThan(0);
  });
});
