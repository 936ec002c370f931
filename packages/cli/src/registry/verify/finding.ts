import type { ContractName } from '@eslabon/chain';

/**
 * What is checked of a contract: the code hash that is pinned, the runtime code, the values of immutables, the checked-in
 * artifact, the storage layout.
 */
export type FindingId = 'pinned' | 'code' | 'immutables' | 'artifact' | 'layout';

/** One thing that is not as it must be. */
export interface Mismatch {
  /** What differs: `codeHash`, `length`, `byte 120`, `_erc1056 at byte 595`, `abi`, `Record.index`. */
  at: string;
  expected: string;
  found: string;
}

/** A check of one contract, passed when it has no mismatches. */
export interface Finding {
  contract: ContractName;
  check: FindingId;
  mismatches: Mismatch[];
}
