import type { Address } from '@eslabon/core';

/** Gas that LACChain grants a node in a block, by membership. */
export const gasAllowances = { basic: 500_000, standard: 1_500_000 } as const;

/** By which way calls reach the chain. */
export type SubmitterConfig =
  /** Transactions of the carrying account. */
  | { model: 'direct' }
  /** LACChain's gas model A: a RelaySigner packs what the carrying account signed into transactions of its node. */
  | {
      model: 'relay';
      relaySignerUrl: string;
      /** Account of the RelaySigner's node. */
      nodeAddress: Address;
      /** Seconds after which what was signed must not be carried any more. */
      expirationSeconds: number;
      /** Gas that the node may use in a block; see {@link gasAllowances}. */
      gasAllowance: number;
    }
  /** LACChain's gas model B: transactions of the carrying account to a PermissionedMetaTxHub that knows it. */
  | {
      model: 'hub';
      hub: Address;
      /** Space of the nonces, 0 to 2^32 − 1; 0 when absent. */
      space?: number;
    };
