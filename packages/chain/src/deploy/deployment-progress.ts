import type { Deployment } from '@eslabon/bundle';
import type { SignedCreation } from '../submit/submitter.js';

/** A contract of a deployment. */
export type ContractName = keyof Deployment['contracts'];

/** The contracts in the order in which they are deployed: each knows those before it. */
export const contractNames = [
  'didRegistry',
  'authorityRegistry',
  'arrangementRegistry',
  'statusRegistry',
] as const satisfies readonly ContractName[];

/** A contract that was signed and may or may not have reached the chain. It can be carried again and takes effect once. */
export interface PendingDeployment extends SignedCreation {
  name: ContractName;
  /** The way that it goes, by the name that {@link nameWay} gives it. */
  way: string;
}

/** How far a deployment got. Kept before and after every transaction, it lets another run go on. */
export interface DeploymentProgress {
  chainId: number;
  contracts: Partial<Deployment['contracts']>;
  /** Block of the first contract. */
  deployBlock?: number | undefined;
  pending?: PendingDeployment | undefined;
}
