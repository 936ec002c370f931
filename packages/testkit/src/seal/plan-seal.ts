import type { ValidatorVote } from '@eslabon/bundle';
import { quorumOf } from '@eslabon/bundle';
import type { Address } from '@eslabon/core';
import type { TestAccount } from '../keys/test-account.js';
import type { HeaderSeal } from './header-seal.js';
import type { SealSchedule, ValidatorPeriod } from './seal-schedule.js';

const nobody: Address = `0x${'00'.repeat(20)}`;

/** How the block with this number is to be sealed. A genesis declares validators and is sealed by nobody. */
export function planSeal(schedule: SealSchedule, number: number): HeaderSeal {
  const { protocol } = periodOf(schedule.consensus, number);
  const set = inOrder(periodOf(schedule.validators, number));
  const validators = set.map(({ address }) => address);
  if (number === 0) return { protocol, validators, proposer: nobody, round: 0, signers: [] };
  const round = schedule.rounds?.get(number) ?? 0;
  const turn = (number + round) % set.length;
  const fromProposer = [...set.slice(turn), ...set.slice(0, turn)];
  const seal: HeaderSeal = {
    protocol,
    validators,
    proposer: validators[turn] as Address,
    vote: voteAt(schedule.validators, number),
    round,
    signers: schedule.signers === 'all' ? fromProposer : fromProposer.slice(0, quorumOf(set.length)),
  };
  return schedule.faults?.get(number)?.(seal) ?? seal;
}

function periodOf<T extends { fromBlock: number }>(periods: readonly T[], number: number): T {
  const period = periods.findLast(({ fromBlock }) => fromBlock <= number);
  if (period === undefined) throw new Error(`The schedule of seals has nothing for block ${number}.`);
  return period;
}

function inOrder({ validators }: ValidatorPeriod): readonly TestAccount[] {
  return [...validators].sort((a, b) => (a.address < b.address ? -1 : 1));
}

/**
 * In the blocks before a change of the set more than half of its validators vote for it, one a block: first for those
 * who are to be added, then for those to be dropped, as far as there is room since the change before.
 */
function voteAt(periods: readonly ValidatorPeriod[], number: number): ValidatorVote | undefined {
  const next = periods.find(({ fromBlock }) => fromBlock > number);
  if (next === undefined) return undefined;
  const [before, after] = [periodOf(periods, number), next].map((period) =>
    inOrder(period).map(({ address }) => address),
  ) as [Address[], Address[]];
  const votes: ValidatorVote[] = [
    ...after.filter((one) => !before.includes(one)).map((subject) => ({ subject, add: true })),
    ...before.filter((one) => !after.includes(one)).map((subject) => ({ subject, add: false })),
  ];
  const majority = Math.floor(before.length / 2) + 1;
  const first = next.fromBlock - majority * votes.length;
  return votes[Math.floor((number - first) / majority)];
}
