import type { Address } from '@eslabon/core';
import { statusRegistryAbi } from '@eslabon/did-registry';
import type { ChainClient } from '../client/create-chain-client.js';
import { readContract } from '../client/read-contract.js';

/** The nonce that the next instruction of an authority to one of the three registries must carry. */
export async function nonceOf(client: ChainClient, contract: Address, authority: Address): Promise<number> {
  // All three registries answer it alike; the ABI of any serves.
  const call = {
    address: contract,
    abi: statusRegistryAbi,
    functionName: 'nonceOf',
    args: [authority],
  } as const;
  return Number(await readContract(client, call));
}
