import type { ConsensusProtocol, ValidatorVote } from '@eslabon/bundle';
import type { Address } from '@eslabon/core';
import type { TestAccount } from '../keys/test-account.js';

/** What validators add to the header of a block. Nothing says that it is valid: byzantine ones add what they like. */
export interface HeaderSeal {
  protocol: ConsensusProtocol;
  /** The set that the header declares, in ascending order. */
  validators: readonly Address[];
  proposer: Address;
  vote?: ValidatorVote | undefined;
  round: number;
  /** Those whose seals it carries, in their order; who is named twice seals twice. */
  signers: readonly TestAccount[];
  /** Round that the seals are of, when it is not the header's. */
  sealedRound?: number | undefined;
  /** Seals with s in the upper half of the order: the same signatures in the form that is not allowed. */
  highS?: boolean | undefined;
}
