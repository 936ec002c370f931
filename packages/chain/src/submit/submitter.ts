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

/** A creation that was signed: with it another process goes on where this one ended. */
export interface SignedCreation {
  /** Hash of `raw`. What a relay carries is on the chain under another hash. */
  transaction: Hash;
  raw: Hex;
  /** Newest block when it was signed. */
  block: number;
}

/** Is told of a creation that was signed before it is handed over; what it throws keeps it from being handed over. */
export type Announce = (signed: SignedCreation) => Promise<void>;

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
  deploy(code: Hex, announce?: Announce): Promise<{ hash: Hash }>;
  /**
   * Goes on with a creation that an earlier process announced for this same way to the chain and may have handed over.
   * It takes effect once at the most, however often this is called.
   * @returns the transaction to ask about; undefined when the creation can never take effect, so that it has to be
   * signed anew
   * @throws EslabonError as `submit` does; CHAIN_TIMEOUT when it is still on its way; DEPLOYMENT_MALFORMED when what was
   * announced is no creation; CONFIG_INVALID when only another account can go on
   */
  resume(signed: SignedCreation): Promise<{ hash: Hash } | undefined>;
  /**
   * What became of a transaction. One that the chain does not know is `pending`: it may still arrive, and is sent again
   * when the node has forgotten it.
   * @throws EslabonError CHAIN_TIMEOUT when it was lost and can never be mined: submit the call again
   */
  outcome(hash: Hash): Promise<Outcome>;
}
