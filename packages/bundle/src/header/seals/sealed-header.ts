import type { Address, Hash } from '@eslabon/core';
import type { ConsensusProtocol } from '../../trust/trust-anchor.js';

/** A header that a quorum of the validators which it declares has sealed. Whether they are the chain's, it cannot say. */
export interface SealedHeader {
  protocol: ConsensusProtocol;
  number: number;
  /** Unix seconds. */
  timestamp: number;
  /** The block's hash. */
  hash: Hash;
  round: number;
  /** Those that the header declares, ascending. */
  validators: Address[];
  /** Those that sealed it, in the order of the seals. Distinct, all among the validators. */
  signers: Address[];
}
