import type { Address, ErrorCode, Hash, Hex } from '@eslabon/core';

export interface Call {
  to: Address;
  data: Hex;
  /**
   * Gas limit; estimated when absent. An estimate sees mined blocks only, so whoever submits an instruction before the
   * one it builds on is mined must give it.
   */
  gas?: bigint;
}

export type Outcome =
  | { state: 'pending' }
  | { state: 'mined'; blockNumber: number }
  | { state: 'reverted'; code: ErrorCode; error: string };

/** Carries calls to the chain. Who carries does not matter to the registries: the actor is who signed the instruction. */
export interface Submitter {
  /**
   * Hands a call over. It is not mined yet when this resolves.
   * @throws EslabonError CHAIN_* with the contract's own error when the call would revert; CHAIN_UNREACHABLE when it
   * is unknown whether it arrived (`details.hash` is then the transaction to ask about)
   */
  submit(call: Call): Promise<{ hash: Hash }>;
  /** What became of a transaction. One that the chain does not know is `pending`: it may still arrive. */
  outcome(hash: Hash): Promise<Outcome>;
}
