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
  /** `contract` is the one that was created, when one was. */
  | { state: 'mined'; blockNumber: number; contract?: Address }
  | { state: 'reverted'; code: ErrorCode; error: string; hints?: readonly string[] };

/**
 * Carries calls to the chain. Who carries, and by which way, does not matter to the registries: the actor is who signed
 * the instruction.
 */
export interface Submitter {
  /** The account that carries: a permissioned network or a hub has to know it. */
  readonly carrier: Address;
  /**
   * Hands a call over. It is not mined yet when this resolves.
   * @throws EslabonError CHAIN_* with the contract's own error when the call would revert; CHAIN_UNREACHABLE when it
   * is unknown whether it arrived (`details.hash`, if given, is then the transaction to ask about);
   * CHAIN_SENDER_NOT_PERMITTED, CHAIN_RELAY_REFUSED, CHAIN_GAS_ALLOWANCE when the way is barred
   */
  submit(call: Call): Promise<{ hash: Hash }>;
  /** Hands over creation code with its constructor arguments. @throws EslabonError as `submit` does */
  deploy(code: Hex): Promise<{ hash: Hash }>;
  /**
   * What became of a transaction. One that the chain does not know is `pending`: it may still arrive, and is sent again
   * when the node has forgotten it.
   * @throws EslabonError CHAIN_TIMEOUT when it was lost and can never be mined: submit the call again
   */
  outcome(hash: Hash): Promise<Outcome>;
}
