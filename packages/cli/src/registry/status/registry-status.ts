import type { Address, Country } from '@eslabon/core';
import type { ArrangementInForce } from '../../bundle/arrangements-in-force.js';

/** What the registries hold as of a block. Instants are ISO 8601 in UTC. */
export interface RegistryStatus {
  chainId: number;
  block: { number: number; time: string };
  /** Every authority that was ever admitted, in the order of admission. */
  authorities: {
    country: Country;
    did: Address;
    admittedAt: string;
    removedAt: string | null;
    /** ERC-1056 block that the attested key history reflects. */
    keySetBlock: number | null;
    /** Instructions that each registry took from it. */
    nonces: { authorityRegistry: number; arrangementRegistry: number; statusRegistry: number };
  }[];
  successor: Address | null;
  arrangements: ArrangementInForce[];
  counts: {
    members: number;
    records: number;
    proposals: number;
    openProposals: number;
    /** All that were ever proposed. */
    arrangements: number;
    statusLists: number;
    revoked: number;
    suspended: number;
  };
}
