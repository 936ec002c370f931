import type { Deployment } from '@eslabon/bundle';
import type { Hash, Hex } from '@eslabon/core';

/** A contract of a deployment. */
export type ContractName = keyof Deployment['contracts'];

/** The contracts in the order in which they are deployed: each knows those before it. */
export const contractNames = [
  'didRegistry',
  'authorityRegistry',
  'arrangementRegistry',
  'statusRegistry',
] as const satisfies readonly ContractName[];

/** A signed transaction that may or may not have reached the chain. */
export interface PendingDeployment {
  name: ContractName;
  transaction: Hash;
  /** The same bytes can be sent again: they take effect once. */
  raw: Hex;
}

/** How far a deployment got. Kept before and after every transaction, it lets another run go on. */
export interface DeploymentProgress {
  chainId: number;
  contracts: Partial<Deployment['contracts']>;
  /** Block of the first contract. */
  deployBlock?: number | undefined;
  pending?: PendingDeployment | undefined;
}
