import type { Deployment } from '@eslabon/bundle';
import type { Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { layoutVersion } from '@eslabon/did-registry';
import { createChainClient } from '../client/create-chain-client.js';
import { createSubmitter } from '../submit/create-submitter.js';
import { nameWay } from '../submit/name-way.js';
import type { SubmitterConfig } from '../submit/submitter-config.js';
import { comparePins } from './compare-pins.js';
import { creationCode } from './creation-code.js';
import { deployThrough } from './deploy-through.js';
import type { DeploymentProgress } from './deployment-progress.js';
import { contractNames } from './deployment-progress.js';
import type { Founder } from './require-founders.js';
import { requireFounders } from './require-founders.js';

export interface DeployOptions {
  rpcUrl: string;
  chainId: number;
  /** Of the account that pays with nonces only: it gets no right over the registries. */
  deployerKey: Hex;
  /** By which way the deployer's account carries; directly when absent. A contract on its way is awaited there. */
  submitter?: SubmitterConfig | undefined;
  /** Members from the first block on, at least two of different countries; `did` is the ERC-1056 identity. */
  founders: readonly Founder[];
  /** Where an earlier run was interrupted. */
  progress?: DeploymentProgress | undefined;
  /** Is told of every step before the next one is taken; what it throws ends the deployment. */
  onProgress?: ((progress: DeploymentProgress) => Promise<void>) | undefined;
}

/**
 * Deploys ERC-1056 and the three registries, or what is missing of them. A run that is interrupted anywhere and goes on
 * with the progress last told leaves the same contracts as one that is not, by whatever way: none is deployed twice.
 * @throws EslabonError CHAIN_*; CHAIN_MISMATCH and DEPLOYMENT_MISMATCH when the progress is of another chain;
 * DEPLOYMENT_FOUNDERS when it is of a registry with other founders; CONFIG_INVALID when a contract is on its way by
 * another way or account
 */
export async function deployRegistries(
  options: DeployOptions,
): Promise<Deployment & { deployBlock: number; layoutVersion: number }> {
  const { rpcUrl, chainId, founders, onProgress, deployerKey } = options;
  const { submitter: config = { model: 'direct' } } = options;
  const client = createChainClient({ rpcUrl, chainId });
  const submitter = createSubmitter(config, { client, privateKey: deployerKey });
  const way = nameWay(config);
  let progress: DeploymentProgress = options.progress ?? { chainId, contracts: {} };
  const advance = async (next: DeploymentProgress): Promise<void> => {
    progress = next;
    await onProgress?.(next);
  };
  await requireHere(client, progress);
  requireWay(progress, way);
  for (const name of contractNames) {
    if (progress.contracts[name] !== undefined) continue;
    const { pending } = progress;
    const code = creationCode(name, progress.contracts, founders);
    const { blockNumber, ...pin } = await deployThrough(client, submitter, code, {
      earlier: pending?.name === name ? pending : undefined,
      announce: (signed) => advance({ ...progress, pending: { name, way, ...signed } }),
    });
    await advance({
      chainId,
      contracts: { ...progress.contracts, [name]: pin },
      deployBlock: progress.deployBlock ?? blockNumber,
    });
  }
  const contracts = progress.contracts as Deployment['contracts'];
  await requireFounders(client, contracts, founders);
  return { chainId, contracts, deployBlock: progress.deployBlock ?? 0, layoutVersion };
}

async function requireHere(
  client: ReturnType<typeof createChainClient>,
  { chainId, contracts }: DeploymentProgress,
): Promise<void> {
  if (chainId !== client.chainId) {
    throw new EslabonError(
      'CHAIN_MISMATCH',
      `The deployment is on chain ${chainId}, not ${client.chainId}.`,
      {
        hints: ['Give the address of a node of that chain, or another file for a new deployment.'],
        details: { expected: chainId, actual: client.chainId },
      },
    );
  }
  const [mismatch] = await comparePins(client, contracts);
  if (mismatch === undefined) return;
  const { contract, address, pinned, found } = mismatch;
  const there = found === undefined ? 'no code' : `code ${found}`;
  throw new EslabonError(
    'DEPLOYMENT_MISMATCH',
    `The chain has ${there} at ${address}; the ${contract} of the deployment has ${pinned}.`,
    {
      hints: ['The chain was started anew, or is another one of the same id: deploy into another file.'],
      details: { contract, address },
    },
  );
}

/** Another way cannot tell whether the contract arrives, and would deploy it a second time. */
function requireWay({ pending }: DeploymentProgress, way: string): void {
  if (pending === undefined || pending.way === way) return;
  throw new EslabonError(
    'CONFIG_INVALID',
    `The ${pending.name} is on its way by “${pending.way}”; this run goes by “${way}”.`,
    {
      hints: [
        'Finish with the submitter of the first run. If that way is gone for ever and the contract is not on the chain, ' +
          'take “pending” out of the file of the deployment.',
      ],
      details: { contract: pending.name, pending: pending.way, way },
    },
  );
}
