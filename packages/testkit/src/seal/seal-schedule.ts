import type { ConsensusPeriod } from '@eslabon/bundle';
import type { TestAccount } from '../keys/test-account.js';
import type { HeaderSeal } from './header-seal.js';

/** The validators from a block on. */
export interface ValidatorPeriod {
  fromBlock: number;
  validators: readonly TestAccount[];
}

/**
 * Who seals which block of a development chain, and how. The same schedule gives the same chain. Read for each block anew:
 * what lies ahead may be changed at any time, and of the blocks that exist whatever does not change their hashes.
 */
export interface SealSchedule {
  /** As in a deployment: by ascending block, the first from block 0. */
  consensus: readonly ConsensusPeriod[];
  /** By ascending block, the first from block 0. */
  validators: readonly ValidatorPeriod[];
  /** How many of the set seal: as few as are needed (the proposer and those after it), or all. The former when absent. */
  signers?: 'quorum' | 'all';
  /** Blocks that were agreed on in a later round than 0. */
  rounds?: ReadonlyMap<number, number>;
  /**
   * Seconds that a new chain's clock stands behind, so that as many blocks in one second do not make it run ahead of
   * everybody else's. 0 when absent.
   */
  behind?: number;
  /** Blocks that are sealed otherwise than they should be. */
  faults?: ReadonlyMap<number, HeaderFault>;
}

/** Makes of the seal that a block should have another one. */
export type HeaderFault = (seal: HeaderSeal) => HeaderSeal;
