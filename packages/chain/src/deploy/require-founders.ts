import type { Deployment } from '@eslabon/bundle';
import type { Address, Country } from '@eslabon/core';
import { EslabonError, lowerHex } from '@eslabon/core';
import { authorityRegistryAbi } from '@eslabon/did-registry';
import type { ChainClient } from '../client/create-chain-client.js';
import { readContract } from '../client/read-contract.js';
import { encodeCountry } from '../codec/country.js';

/** A member from the first block on; `did` is its ERC-1056 identity. */
export interface Founder {
  country: Country;
  did: Address;
}

/**
 * Makes sure that a registry was founded by these authorities in this order. Whether they are members still does not
 * matter.
 * @throws EslabonError DEPLOYMENT_FOUNDERS
 */
export async function requireFounders(
  client: ChainClient,
  { authorityRegistry }: Pick<Deployment['contracts'], 'authorityRegistry'>,
  founders: readonly Founder[],
): Promise<void> {
  for (const [index, { country, did }] of founders.entries()) {
    const record = await readContract(client, {
      address: authorityRegistry.address,
      abi: authorityRegistryAbi,
      functionName: 'recordOf',
      args: [did],
    });
    const isFounder =
      record.admittedAt !== 0 &&
      record.index === index &&
      lowerHex(record.country) === lowerHex(encodeCountry(country));
    if (isFounder) continue;
    throw new EslabonError(
      'DEPLOYMENT_FOUNDERS',
      `The registry at ${authorityRegistry.address} was not founded with ${did} for ${country} in place ${index + 1}.`,
      {
        hints: [
          'Founders cannot be changed: members admit further authorities by approval. Give the founders of the first run, ' +
            'or another file for a new deployment.',
        ],
        details: { country, did, index },
      },
    );
  }
}
