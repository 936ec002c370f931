import type { Country } from '@eslabon/core';
import { testAccount } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pad, toEventSelector } from 'viem';
import type { ChainClient } from '../client/create-chain-client.js';
import { parseArray } from '../client/wire.js';
import { hubAbi } from '../submit/hub/forward.js';
import { relayHubAbi } from '../submit/relay/hub-abi.js';
import type { SubmitterConfig } from '../submit/submitter-config.js';
import { startMetaTxHub, startRelay } from '../testing/start-hub.js';
import { comparePins } from './compare-pins.js';
import { deployRegistries } from './deploy-registries.js';
import type { DeploymentProgress } from './deployment-progress.js';

const chainId = 648540;
const steps = [1, 2, 3, 4, 5, 6, 7, 8];
const founders = ['PE', 'MX'].map((country) => ({
  country: country as Country,
  did: testAccount(`authority of ${country}`).address,
}));
const deployerAt = (step: number) => testAccount(`deployer interrupted at ${step}`);
const other = testAccount('another deployer');
const deployers = [...steps.map((step) => deployerAt(step).address), other.address];

interface Way {
  client: ChainClient;
  rpcUrl: string;
  config: SubmitterConfig;
  stop(): Promise<void>;
}

const ways: Record<'relay' | 'hub', () => Promise<Way>> = {
  async relay() {
    const { anvil, ...relay } = await startRelay();
    return { ...relay, rpcUrl: anvil.rpcUrl };
  },
  async hub() {
    const { anvil, hub, ...rest } = await startMetaTxHub(deployers);
    return { ...rest, rpcUrl: anvil.rpcUrl, config: { model: 'hub', hub } };
  },
};

const created = [relayHubAbi, hubAbi].map((abi) =>
  toEventSelector(abi.find((item) => item.type === 'event' && item.name === 'ContractDeployed') as never),
);

describe.each(['relay', 'hub'] as const)('a deployment by %s that is interrupted', (model) => {
  let way: Way;

  beforeAll(async () => {
    way = await ways[model]();
  });

  afterAll(async () => {
    await way.stop();
  });

  /** How many contracts the hub says to have created for an account. */
  async function createdFor(deployer: string): Promise<number> {
    const filter = { fromBlock: '0x0', topics: [created] };
    const logs = parseArray(await way.client.request('eth_getLogs', [filter]), 'logs') as {
      topics: string[];
    }[];
    return logs.filter(({ topics }) => topics.includes(pad(deployer as `0x${string}`))).length;
  }

  /** Deploys until the n-th step was kept, and fails there. Gives what was kept. */
  async function deployUntil(
    step: number,
    deployer: { privateKey: `0x${string}` },
    progress?: DeploymentProgress,
    submitter = way.config,
  ) {
    let kept = progress;
    let told = 0;
    const deployment = await deployRegistries({
      ...{ rpcUrl: way.rpcUrl, chainId, deployerKey: deployer.privateKey, founders, submitter, progress },
      onProgress: async (next) => {
        kept = JSON.parse(JSON.stringify(next)) as DeploymentProgress;
        if (++told === step) throw new Error('interrupted');
      },
    }).catch((error: Error) => {
      if (error.message !== 'interrupted') throw error;
    });
    return { kept: kept as DeploymentProgress, deployment };
  }

  it.each(steps)('at step %i goes on and deploys nothing twice', async (step) => {
    const deployer = deployerAt(step);
    const { kept, deployment } = await deployUntil(step, deployer);
    expect(deployment).toBeUndefined();
    const finished = await deployUntil(99, deployer, kept);
    expect(finished.deployment?.contracts).toMatchObject(kept.contracts);
    expect(await comparePins(way.client, finished.deployment?.contracts ?? {})).toEqual([]);
    expect(await createdFor(deployer.address)).toBe(4);
  });

  it('is not gone on with by another way, where it could not be found', async () => {
    const { kept } = await deployUntil(1, other);
    await expect(deployUntil(99, other, kept, { model: 'direct' })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      details: { contract: 'didRegistry', way: 'direct' },
    });
    const elsewhere: SubmitterConfig = { model: 'hub', hub: other.address };
    await expect(deployUntil(99, other, kept, elsewhere)).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    expect(await createdFor(other.address)).toBe(0);
  });
});
