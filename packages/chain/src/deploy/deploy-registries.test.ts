import type { Country } from '@eslabon/core';
import { authorityRegistryAbi } from '@eslabon/did-registry';
import { testKey } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keccak256, stringToHex } from 'viem';
import { readContract } from '../client/read-contract.js';
import type { TestRegistries } from '../testing/start-registries.js';
import { startRegistries } from '../testing/start-registries.js';
import { deployRegistries } from './deploy-registries.js';

const [pe, mx, co] = ['PE', 'MX', 'CO'] as [Country, Country, Country];

let net: TestRegistries;

beforeAll(async () => {
  net = await startRegistries([pe, mx, co]);
});

afterAll(async () => {
  await net.anvil.stop();
});

const authorities = () => ({
  address: net.deployment.contracts.authorityRegistry.address,
  abi: authorityRegistryAbi,
});

describe('deployRegistries', () => {
  it('admits the founders in their order and pins the code that is on the chain', async () => {
    for (const [index, country] of [pe, mx, co].entries()) {
      const { address } = net.authority(country);
      const args = [address] as const;
      const record = await readContract(net.client, { ...authorities(), functionName: 'recordOf', args });
      expect(record).toMatchObject({ index, country: stringToHex(country), removedAt: 0 });
      expect(record.admittedAt).toBeGreaterThan(0);
    }
    for (const { address, codeHash } of Object.values(net.deployment.contracts)) {
      const code = await net.client.request('eth_getCode', [address, 'latest']);
      expect(keccak256(code as `0x${string}`)).toBe(codeHash);
    }
    expect(net.deployment.deployBlock).toBe(1);
  });

  it('says why it could not', async () => {
    const options = { rpcUrl: net.anvil.rpcUrl, chainId: 648540, deployerKey: testKey('another deployer') };
    const founders = [{ country: pe, did: net.authority(pe).address }];
    await expect(deployRegistries({ ...options, founders })).rejects.toMatchObject({
      code: 'CHAIN_REVERTED',
      details: { error: 'TooFewFounders' },
    });
    await expect(deployRegistries({ ...options, chainId: 1, founders })).rejects.toMatchObject({
      code: 'CHAIN_MISMATCH',
    });
  });
});
