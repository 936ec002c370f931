import { quorumOf } from '@eslabon/bundle';
import type { TestAccount } from '../keys/test-account.js';
import type { HeaderFault } from './seal-schedule.js';

type FaultName = 'noSeals' | 'belowQuorum' | 'duplicateSeal' | 'highS' | 'otherRound';

/** What byzantine validators, or forgers without any validator's key, do to a header. */
export const headerFaults: Readonly<Record<FaultName, HeaderFault>> = {
  noSeals: (seal) => ({ ...seal, signers: [] }),
  belowQuorum: (seal) => ({ ...seal, signers: seal.signers.slice(0, quorumOf(seal.validators.length) - 1) }),
  /** Enough seals, but two are of the same validator. */
  duplicateSeal: (seal) => {
    const few = seal.signers.slice(0, quorumOf(seal.validators.length) - 1);
    return { ...seal, signers: [...few, few[0] as TestAccount] };
  },
  highS: (seal) => ({ ...seal, highS: true }),
  /** The seals are of the round after the header's. */
  otherRound: (seal) => ({ ...seal, sealedRound: seal.round + 1 }),
};

/** Beside the right seals, one of somebody who is no validator. */
export function strangerSeal(stranger: TestAccount): HeaderFault {
  return (seal) => ({ ...seal, signers: [...seal.signers, stranger] });
}

/** The header declares the set in force, and others sealed it. */
export function sealedBy(others: readonly TestAccount[]): HeaderFault {
  return (seal) => ({ ...seal, signers: others });
}

/** The header declares another set, whose members propose and seal it. */
export function ownValidators(own: readonly TestAccount[]): HeaderFault {
  return (seal) => {
    const signers = [...own].sort((a, b) => (a.address < b.address ? -1 : 1));
    const validators = signers.map(({ address }) => address);
    return { ...seal, validators, proposer: validators[0] ?? seal.proposer, signers, vote: undefined };
  };
}

/** The header declares another set, and the one in force sealed it. */
export function declares(others: readonly TestAccount[]): HeaderFault {
  return (seal) => ({ ...ownValidators(others)(seal), proposer: seal.proposer, signers: seal.signers });
}
