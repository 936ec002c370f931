import type { Address } from '@eslabon/core';

/** A validator's vote on the set of validators. */
export interface ValidatorVote {
  subject: Address;
  /** To add the subject, or to drop it. */
  add: boolean;
}

/** What the `extraData` of a QBFT or IBFT 2.0 header holds, as Besu implements both (proofs.md §3). */
export interface BftExtraData {
  /** 32 bytes at the proposer's choice. */
  vanity: Uint8Array;
  /** In ascending order. Empty where a contract names the validators. */
  validators: readonly Address[];
  vote?: ValidatorVote | undefined;
  round: number;
  /** Commit seals, r(32) ‖ s(32) ‖ v(1) each. None in a genesis block. */
  seals: readonly Uint8Array[];
}

export const vanitySize = 32;
export const sealSize = 65;

/** Besu counts rounds in a signed 32-bit number. */
export const maxRound = 0x7fff_ffff;
