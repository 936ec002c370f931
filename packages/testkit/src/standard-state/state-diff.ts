import type { Address, Hash, Hex } from '@eslabon/core';

/** New values of what changed in an account; a slot with value `0x0` is gone. */
export interface AccountDiff {
  nonce?: number;
  balance?: Hex;
  codeHash?: Hash;
  storage?: Record<Hash, Hex>;
}

export type StateDiff = Record<Address, AccountDiff>;

/** Puts a later diff on an earlier one, which is changed. */
export function mergeDiff(earlier: StateDiff, later: StateDiff): void {
  for (const [address, diff] of Object.entries(later) as [Address, AccountDiff][]) {
    const before = earlier[address];
    const storage = { ...before?.storage, ...diff.storage };
    earlier[address] = { ...before, ...diff, storage };
  }
}
