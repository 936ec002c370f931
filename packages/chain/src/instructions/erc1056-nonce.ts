import type { Deployment } from '@eslabon/bundle';
import type { Address } from '@eslabon/core';
import { ethereumDidRegistryAbi } from '@eslabon/did-registry';
import type { ChainClient } from '../client/create-chain-client.js';
import { readContract } from '../client/read-contract.js';

/** The nonce that the next signed change of an ERC-1056 identity must carry: it is counted for the identity's owner. */
export async function erc1056Nonce(
  client: ChainClient,
  deployment: Deployment,
  identity: Address,
): Promise<number> {
  const registry = { address: deployment.contracts.didRegistry.address, abi: ethereumDidRegistryAbi };
  const owner = await readContract(client, { ...registry, functionName: 'identityOwner', args: [identity] });
  return Number(await readContract(client, { ...registry, functionName: 'nonce', args: [owner] }));
}
