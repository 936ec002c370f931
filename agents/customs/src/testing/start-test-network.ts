import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ChainClient,
  collectCheckpoint,
  createChainClient,
  deployRegistries,
  getBlock,
} from '@eslabon/chain';
import type { Country } from '@eslabon/core';
import {
  type Anvil,
  type FaultyNode,
  type SealSchedule,
  startAnvil,
  startFaultyNode,
  testKey,
} from '@eslabon/testkit';
import type { Clock } from '../platform/clock.js';
import { type AgentConfigInput, parseAgentConfig } from '../platform/config/agent-config.js';
import { prepareAuthority } from '../prepare-authority.js';
import { createTestAgent, type TestAgent } from './test-agent.js';

const chainId = 648_540;

export interface TestNetworkOptions {
  /** Two at the least: the founders of the registries, each with an agent. */
  countries: readonly string[];
  /** Keeps the chain in a file, so that it can be stopped and started again. */
  lasting?: boolean;
  /** Puts so many nodes that can be made to fail before the chain's; every agent has them all. */
  nodes?: number;
  /** Who seals the chain's blocks; agents then make sealed bundles, from a checkpoint after the deployment. */
  seal?: SealSchedule;
  /** For every agent. */
  config?: Partial<AgentConfigInput>;
  clock?: Clock;
}

export interface TestNetwork {
  folder: string;
  /** The chain itself, whatever its nodes do. */
  chain: ChainClient;
  nodes: readonly FaultyNode[];
  deployment: AgentConfigInput['deployment'];
  agent(country: string): TestAgent;
  /** Settings that an agent of this network starts with. */
  settings(country: string): AgentConfigInput;
  pid(): number;
  stopChain(): Promise<void>;
  startChain(): Promise<void>;
  stop(): Promise<void>;
}

/** Key that seals the private keys of a country's test agent, in hexadecimal. */
export function masterKeyOf(country: string): string {
  return createHash('sha256').update(`test master key of ${country}`).digest('hex');
}

/** A development chain with the registries on it and one running agent for each country. Everything is real. */
export async function startTestNetwork(options: TestNetworkOptions): Promise<TestNetwork> {
  const cleanups: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    return await start(options, cleanups, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  options: TestNetworkOptions,
  cleanups: (() => Promise<void> | void)[],
  stop: () => Promise<void>,
): Promise<TestNetwork> {
  const folder = mkdtempSync(join(tmpdir(), 'eslabon-agent-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const chainOptions = {
    ...(options.lasting ? { statePath: join(folder, 'chain.json') } : {}),
    ...(options.seal === undefined ? {} : { seal: options.seal }),
  };
  let anvil: Anvil = await startAnvil({ chainId, ...chainOptions });
  cleanups.push(() => anvil.stop());
  const { rpcUrl, port } = anvil;
  const dataDir = (country: string) => join(folder, country);
  const masterKey = (country: string) => Buffer.from(masterKeyOf(country), 'hex');
  const founders = await Promise.all(
    options.countries.map(async (country) => {
      const { address } = await prepareAuthority(dataDir(country), masterKey(country), chainId);
      return { country: country as Country, did: address };
    }),
  );
  const nodes = await Promise.all(Array.from({ length: options.nodes ?? 0 }, () => startFaultyNode(rpcUrl)));
  for (const node of nodes) cleanups.push(() => node.close());
  const addresses = nodes.length === 0 ? { rpcUrl } : { rpcUrls: nodes.map((node) => node.rpcUrl) };
  const chain = createChainClient({ rpcUrl, chainId });
  const deployed = await deployRegistries({ rpcUrl, chainId, deployerKey: testKey('deployer'), founders });
  const consensus = options.seal && [...options.seal.consensus];
  const deployment = { ...deployed, ...(consensus && { consensus }) };
  const seals = consensus && {
    checkpoint: await collectCheckpoint(chain, consensus, (await getBlock(chain, 'latest')).number),
    trustingPeriod: 30 * 86_400,
  };
  const settings = (country: string): AgentConfigInput => ({
    country,
    name: `Aduana de ${country}`,
    dataDir: dataDir(country),
    port: 0,
    ...addresses,
    deployment,
    ...(seals && { seals }),
    masterKey: masterKeyOf(country),
    utcOffset: '-05:00',
    pollMs: 40,
    logLevel: 'silent',
    ...options.config,
  });
  const agents = new Map<string, TestAgent>();
  for (const country of options.countries) {
    const agent = await createTestAgent(parseAgentConfig(settings(country)), options.clock);
    cleanups.push(() => agent.stop());
    agents.set(country, agent);
  }
  return {
    folder,
    chain,
    nodes,
    deployment,
    settings,
    agent: (country) => agents.get(country) as TestAgent,
    pid: () => anvil.pid,
    stopChain: () => anvil.stop(),
    async startChain() {
      anvil = await startAnvil({ chainId, port, ...chainOptions });
    },
    stop,
  };
}
