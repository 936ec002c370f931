import type { Country } from '@eslabon/core';
import { authorityRegistryAbi } from '@eslabon/did-registry';
import { testAccount, testKey } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stringToHex } from 'viem';
import { getBlock } from '../client/get-block.js';
import { readContract } from '../client/read-contract.js';
import { parseQuantity } from '../client/wire.js';
import { awaitOutcome } from '../submit/await-outcome.js';
import { createDirectSubmitter } from '../submit/create-direct-submitter.js';
import type { TestRegistries } from '../testing/start-registries.js';
import { startRegistries } from '../testing/start-registries.js';
import { comparePins } from './compare-pins.js';
import { deployRegistries } from './deploy-registries.js';
import type { DeploymentProgress } from './deployment-progress.js';

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

const founders = (...countries: Country[]) =>
  countries.map((country) => ({ country, did: net.authority(country).address }));

const to = () => ({ rpcUrl: net.anvil.rpcUrl, chainId: 648540 });

describe('deployRegistries', () => {
  it('admits the founders in their order and pins the code that is on the chain', async () => {
    for (const [index, country] of [pe, mx, co].entries()) {
      const { address } = net.authority(country);
      const args = [address] as const;
      const record = await readContract(net.client, { ...authorities(), functionName: 'recordOf', args });
      expect(record).toMatchObject({ index, country: stringToHex(country), removedAt: 0 });
      expect(record.admittedAt).toBeGreaterThan(0);
    }
    expect(await comparePins(net.client, net.deployment.contracts)).toEqual([]);
    expect(net.deployment).toMatchObject({ deployBlock: 1, layoutVersion: 1 });
  });

  it('says why it could not', async () => {
    const options = { ...to(), deployerKey: testKey('another deployer') };
    await expect(deployRegistries({ ...options, founders: founders(pe) })).rejects.toMatchObject({
      code: 'CHAIN_REVERTED',
      details: { error: 'TooFewFounders' },
    });
    await expect(
      deployRegistries({ ...options, chainId: 1, founders: founders(pe, mx) }),
    ).rejects.toMatchObject({ code: 'CHAIN_MISMATCH' });
  });
});

/** Deploys until the n-th step was kept, and fails there. Gives what was kept. */
async function deployUntil(step: number, deployerKey: `0x${string}`, progress?: DeploymentProgress) {
  let kept = progress;
  let steps = 0;
  const deployment = await deployRegistries({
    ...to(),
    deployerKey,
    founders: founders(pe, mx),
    progress,
    onProgress: async (next) => {
      kept = JSON.parse(JSON.stringify(next)) as DeploymentProgress;
      if (++steps === step) throw new Error('interrupted');
    },
  }).catch((error: Error) => {
    if (error.message !== 'interrupted') throw error;
  });
  return { kept: kept as DeploymentProgress, deployment };
}

async function sentBy(address: string): Promise<number> {
  return parseQuantity(await net.client.request('eth_getTransactionCount', [address, 'latest']), 'count');
}

describe('a deployment that is interrupted', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('at step %i goes on and deploys nothing twice', async (step) => {
    const deployer = testAccount(`deployer interrupted at ${step}`);
    const { kept, deployment } = await deployUntil(step, deployer.privateKey);
    expect(deployment).toBeUndefined();
    const finished = await deployUntil(99, deployer.privateKey, kept);
    expect(finished.deployment?.contracts).toMatchObject(kept.contracts);
    expect(await comparePins(net.client, finished.deployment?.contracts ?? {})).toEqual([]);
    expect(await sentBy(deployer.address)).toBe(4);
  });

  it('after every single step is finished all the same', async () => {
    const deployer = testAccount('deployer who stumbles');
    let kept: DeploymentProgress | undefined;
    let runs = 0;
    for (let done = false; !done; runs++) {
      const run = await deployUntil(1, deployer.privateKey, kept);
      kept = run.kept;
      done = run.deployment !== undefined;
      expect(runs).toBeLessThan(12);
    }
    expect(await sentBy(deployer.address)).toBe(4);
  });

  it('sends what it signed and did not send, also when it was sent after all', async () => {
    const deployer = testAccount('deployer whose answer was lost');
    const { kept } = await deployUntil(1, deployer.privateKey);
    await net.client.request('eth_sendRawTransaction', [kept.pending?.raw]);
    const { deployment } = await deployUntil(99, deployer.privateKey, kept);
    expect(deployment?.deployBlock).toBeLessThanOrEqual((await getBlock(net.client, 'latest')).number - 3);
    expect(await sentBy(deployer.address)).toBe(4);
  });

  it('signs anew what lost its nonce to another transaction', async () => {
    const deployer = testAccount('deployer of two things');
    const { kept } = await deployUntil(1, deployer.privateKey);
    const other = createDirectSubmitter({ client: net.client, privateKey: deployer.privateKey });
    const { hash } = await other.submit({ to: deployer.address, data: '0x' });
    await awaitOutcome(other, hash, { pollMs: 5 });
    const { deployment } = await deployUntil(99, deployer.privateKey, kept);
    expect(await comparePins(net.client, deployment?.contracts ?? {})).toEqual([]);
    expect(await sentBy(deployer.address)).toBe(5);
  });

  it('does not go on where the chain has other code, another id or other founders', async () => {
    const deployer = testAccount('deployer who is lost');
    const { contracts } = net.deployment;
    const again = (change: Partial<Parameters<typeof deployRegistries>[0]>) =>
      deployRegistries({
        ...to(),
        deployerKey: deployer.privateKey,
        founders: founders(pe, mx, co),
        progress: { chainId: 648540, contracts, deployBlock: 1 },
        ...change,
      });
    await expect(again({})).resolves.toEqual(net.deployment);
    const elsewhere = {
      ...contracts,
      statusRegistry: { ...contracts.statusRegistry, address: deployer.address },
    };
    await expect(again({ progress: { chainId: 648540, contracts: elsewhere } })).rejects.toMatchObject({
      code: 'DEPLOYMENT_MISMATCH',
      details: { contract: 'statusRegistry' },
    });
    await expect(again({ progress: { chainId: 5, contracts } })).rejects.toMatchObject({
      code: 'CHAIN_MISMATCH',
    });
    await expect(again({ founders: founders(mx, pe) })).rejects.toMatchObject({
      code: 'DEPLOYMENT_FOUNDERS',
      details: { country: 'MX', index: 0 },
    });
    expect(await sentBy(deployer.address)).toBe(0);
  });
});
