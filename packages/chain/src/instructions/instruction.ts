import type { Deployment } from '@eslabon/bundle';
import type { Address, Hash, Hex } from '@eslabon/core';

/** Signs a digest: 65 bytes r‖s‖v with v 27 or 28 and low s. */
export type SignDigest = (digest: Hash) => Promise<Hex> | Hex;

/** A state change that an authority signs and anybody carries to the chain. */
export interface Instruction {
  to: Address;
  /** What the authority signs. */
  digest: Hash;
  /**
   * Calldata with the signature in it.
   * @throws EslabonError CHAIN_INSTRUCTION_SIGNATURE when it is not 65 bytes with low s
   */
  encode(signature: Hex): Hex;
}

/** What every instruction to the registries says. */
export interface InstructionParameters {
  deployment: Deployment;
  /** ERC-1056 identity of the acting authority. */
  authority: Address;
  /** The next one of the authority in that contract: `nonceOf`. */
  nonce: number;
  /** Unix seconds after which the instruction is void. */
  deadline: number;
}
