import type { Address } from '@eslabon/core';

/** A validator's vote on the set of validators. */
export interface QbftVote {
  subject: Address;
  /** To add the subject, or to drop it. */
  add: boolean;
}

/** What the `extraData` of a QBFT header holds (QBFT as Besu implements it). */
export interface QbftExtraData {
  /** 32 bytes at the proposer's choice. */
  vanity: Uint8Array;
  /** In ascending order. Empty where a contract names the validators. */
  validators: readonly Address[];
  vote?: QbftVote | undefined;
  round: number;
  /** Commit seals, r(32) ‖ s(32) ‖ v(1) each. None in a genesis block. */
  seals: readonly Uint8Array[];
}

export const vanitySize = 32;
export const sealSize = 65;

/** Byte of a vote to add; a vote to drop has an empty string instead. */
export const addMark = 0xff;

/** Besu counts rounds in a signed 32-bit number. */
export const maxRound = 0x7fff_ffff;
