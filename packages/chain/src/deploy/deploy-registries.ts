import type { Deployment } from '@eslabon/bundle';
import type { Address, Country, Hex } from '@eslabon/core';
import {
  arrangementRegistryAbi,
  arrangementRegistryBytecode,
  authorityRegistryAbi,
  authorityRegistryBytecode,
  ethereumDidRegistryAbi,
  ethereumDidRegistryBytecode,
  statusRegistryAbi,
  statusRegistryBytecode,
} from '@eslabon/did-registry';
import { createChainClient } from '../client/create-chain-client.js';
import { encodeCountry } from '../codec/country.js';
import { createSender } from '../submit/create-sender.js';
import type { ContractToDeploy, DeployedContract } from './deploy-contract.js';
import { deployContract } from './deploy-contract.js';

export interface DeployOptions {
  rpcUrl: string;
  chainId: number;
  /** Of the account that pays with nonces only: it gets no right over the registries. */
  deployerKey: Hex;
  /** Members from the first block on, at least two of different countries; `did` is the ERC-1056 identity. */
  founders: readonly { country: Country; did: Address }[];
}

/**
 * Deploys ERC-1056 and the three registries.
 * @throws EslabonError CHAIN_*
 */
export async function deployRegistries(
  options: DeployOptions,
): Promise<Deployment & { deployBlock: number }> {
  const { rpcUrl, chainId, deployerKey } = options;
  const client = createChainClient({ rpcUrl, chainId });
  const sender = createSender({ client, privateKey: deployerKey });
  const deploy = (contract: ContractToDeploy) => deployContract(client, sender, contract);

  const founders = options.founders.map(({ country, did }) => ({ country: encodeCountry(country), did }));
  const didRegistry = await deploy({
    abi: ethereumDidRegistryAbi,
    bytecode: ethereumDidRegistryBytecode,
    args: [],
  });
  const authorityRegistry = await deploy({
    abi: authorityRegistryAbi,
    bytecode: authorityRegistryBytecode,
    args: [didRegistry.address, founders],
  });
  const args = [didRegistry.address, authorityRegistry.address];
  const arrangementRegistry = await deploy({
    abi: arrangementRegistryAbi,
    bytecode: arrangementRegistryBytecode,
    args,
  });
  const statusRegistry = await deploy({ abi: statusRegistryAbi, bytecode: statusRegistryBytecode, args });
  return {
    chainId,
    contracts: {
      didRegistry: pin(didRegistry),
      authorityRegistry: pin(authorityRegistry),
      arrangementRegistry: pin(arrangementRegistry),
      statusRegistry: pin(statusRegistry),
    },
    deployBlock: didRegistry.blockNumber,
  };
}

function pin({ address, codeHash }: DeployedContract) {
  return { address, codeHash };
}
