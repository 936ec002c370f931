import type { Deployment } from '@eslabon/bundle';
import type { Address } from '@eslabon/core';
import { ethereumDidRegistryAbi } from '@eslabon/did-registry';
import type { ChainClient } from '../client/create-chain-client.js';
import { readContract } from '../client/read-contract.js';

/** The block of the latest ERC-1056 change of an identity, 0 when it never changed. */
export async function changedBlock(
  client: ChainClient,
  deployment: Deployment,
  identity: Address,
): Promise<number> {
  const address = deployment.contracts.didRegistry.address;
  const call = { address, abi: ethereumDidRegistryAbi, functionName: 'changed', args: [identity] } as const;
  return Number(await readContract(client, call));
}
