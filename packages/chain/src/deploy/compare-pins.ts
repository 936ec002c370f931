import type { Deployment } from '@eslabon/bundle';
import type { Address, Hash } from '@eslabon/core';
import type { ChainClient } from '../client/create-chain-client.js';
import { codeHashAt } from './code-hash-at.js';
import type { ContractName } from './deployment-progress.js';
import { contractNames } from './deployment-progress.js';

/** A contract that is not on the chain as it is pinned. */
export interface PinMismatch {
  contract: ContractName;
  address: Address;
  pinned: Hash;
  /** Undefined where there is no code. */
  found: Hash | undefined;
}

/** The pinned contracts whose code on the chain is another one, or is missing. None means that the chain has them all. */
export async function comparePins(
  client: ChainClient,
  contracts: Partial<Deployment['contracts']>,
): Promise<PinMismatch[]> {
  const mismatches: PinMismatch[] = [];
  for (const contract of contractNames) {
    const pin = contracts[contract];
    if (pin === undefined) continue;
    const found = await codeHashAt(client, pin.address);
    if (found === pin.codeHash) continue;
    mismatches.push({ contract, address: pin.address, pinned: pin.codeHash, found });
  }
  return mismatches;
}
