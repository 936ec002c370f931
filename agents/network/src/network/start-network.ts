import { rmSync } from 'node:fs';
import { deployRegistries, type SubmitterConfig } from '@eslabon/chain';
import {
  type Agent,
  createAgent,
  createApiKey,
  parseAgentConfig,
  prepareAuthority,
  type Role,
} from '@eslabon/customs';
import { arrangementPlans } from '../arrangements/arrangements.js';
import { type AuthorityProfile, authorityProfiles } from '../authorities/profiles.js';
import { type NetworkPaths, networkPaths } from '../state/network-paths.js';
import {
  type NetworkState,
  readNetworkState,
  type SubmitterModel,
  writePrivateJson,
} from '../state/network-state.js';
import { takeLock } from '../state/take-lock.js';
import { choosePorts } from './choose-port.js';
import { concludeArrangement } from './conclude-arrangement.js';
import { importRegister } from './import-register.js';
import { chainId, newNetworkState, startChain } from './start-chain.js';
import { chooseWay, startWay } from './start-way.js';
import { chooseCheckpoint, consensus } from './validators.js';
import { writeAnchors } from './write-anchors.js';

export interface NetworkOptions {
  /** Folder of the network; kept between starts. */
  root: string;
  /** Forget what an earlier start left. */
  fresh: boolean;
  /** Port of the chain; the agents take the ports after it. Taken ones are worked around; 0 takes free ones. */
  basePort: number;
  /** Import the sample registers. */
  registers: boolean;
  /** By which way instructions reach the chain; as before, or directly, when absent. */
  submitter?: SubmitterModel | undefined;
  /** Is told what happens. */
  report: (message: string) => void;
}

export interface Network {
  paths: NetworkPaths;
  rpcUrl: string;
  agents: ReadonlyMap<string, Agent>;
  apiKeys: NetworkState['apiKeys'];
  stop(): Promise<void>;
}

const triedRoles: readonly Role[] = ['officer', 'supervisor', 'verifier'];

/**
 * Starts a whole network: chain, contracts, eight authorities, five arrangements, registers. Every step does only what
 * an earlier start has not done, so that a start that was interrupted is finished by the next.
 */
export async function startNetwork(options: NetworkOptions): Promise<Network> {
  const { report } = options;
  const paths = networkPaths(options.root);
  const unlock = takeLock(paths.lock);
  const cleanups: (() => Promise<void> | void)[] = [unlock];
  const stop = async (): Promise<void> => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    if (options.fresh) forget(paths);
    const countries = authorityProfiles.map(({ country }) => country);
    const state = readNetworkState(paths.state) ?? newNetworkState(countries);
    const save = () => writePrivateJson(paths.state, state);
    chooseWay(state, options.submitter);
    save();

    report('Starting the chain');
    const chain = await startChain(paths.chainState, options.basePort, state.validatorSecret);
    cleanups.push(chain.stop);
    const { rpcUrl } = chain;
    const authorities = state.deployment === undefined ? await prepareAuthorities(state, paths) : [];
    const carriers = authorities.map(({ submitter }) => submitter);
    const way = await startWay({ state, rpcUrl, carriers, save });
    cleanups.push(way.stop);
    if (state.deployment === undefined) {
      report('Deploying the registries, founded by the eight authorities');
      const deployment = await deployRegistries({
        ...{ rpcUrl, chainId, deployerKey: state.deployerKey, submitter: way.deployer },
        founders: authorities.map(({ country, address }) => ({ country, did: address })),
      });
      state.deployment = { ...deployment, ...(state.validatorSecret === undefined ? {} : { consensus }) };
      save();
    }
    state.seals = await chooseCheckpoint(state, rpcUrl);
    save();

    report('Starting the agents');
    const agents = new Map<string, Agent>();
    cleanups.push(() => stopAgents(agents));
    const ports = await choosePorts(options.basePort && options.basePort + 1, authorityProfiles.length);
    await Promise.all(
      authorityProfiles.map(async (profile, position) => {
        const port = ports[position] as number;
        const { submitter } = way;
        agents.set(profile.country, await startAgent({ profile, state, paths, rpcUrl, port, submitter }));
      }),
    );
    for (const [country, agent] of agents) {
      const trouble = agent.parts.anchoring.trouble();
      if (trouble !== undefined) throw trouble;
      await provideKeys(state, country, agent);
    }
    save();
    writeAnchors(paths, state, agents);

    for (const plan of arrangementPlans) {
      report(`Concluding ${plan.label}`);
      await concludeArrangement(agents, plan);
    }
    if (options.registers) {
      for (const country of countries) {
        if (state.imported.includes(country)) continue;
        report(`Importing the register of ${country}`);
        await importRegister(agents.get(country) as Agent, state.apiKeys[country]?.supervisor as string);
        state.imported.push(country);
        save();
      }
    }
    return { paths, rpcUrl, agents, apiKeys: state.apiKeys, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function forget(paths: NetworkPaths): void {
  for (const path of [paths.state, paths.trust, paths.agents]) rmSync(path, { force: true });
  for (const folder of ['chain', 'agents'])
    rmSync(`${paths.root}/${folder}`, { recursive: true, force: true });
}

/** Makes the keys of the authorities: the registries have to know their DIDs, a hub the accounts that carry. */
function prepareAuthorities(state: NetworkState, paths: NetworkPaths) {
  return Promise.all(
    authorityProfiles.map(async ({ country }) => {
      const masterKey = masterKeyOf(state, country);
      return { country, ...(await prepareAuthority(paths.dataDir(country), masterKey, chainId)) };
    }),
  );
}

interface AgentStart {
  profile: AuthorityProfile;
  state: NetworkState;
  paths: NetworkPaths;
  rpcUrl: string;
  port: number;
  submitter: SubmitterConfig;
}

function startAgent({ profile, state, paths, rpcUrl, port, submitter }: AgentStart): Promise<Agent> {
  return createAgent(
    parseAgentConfig({
      ...profile,
      dataDir: paths.dataDir(profile.country),
      port,
      // Wallets are companies' here: every agent issues to them and asks them to present, on this machine alone.
      publicUrl: `http://127.0.0.1:${port}`,
      issuance: {},
      presentations: {},
      rpcUrl,
      submitter,
      deployment: state.deployment,
      ...(state.seals === undefined ? {} : { seals: state.seals }),
      masterKey: state.masterKeys[profile.country],
      logLevel: 'error',
    }),
  );
}

async function provideKeys(state: NetworkState, country: string, agent: Agent): Promise<void> {
  const keys = state.apiKeys[country] ?? {};
  for (const role of triedRoles)
    keys[role] ??= await createApiKey(agent.parts.database, `${role} of ${country}`, role);
  state.apiKeys[country] = keys;
}

async function stopAgents(agents: ReadonlyMap<string, Agent>): Promise<void> {
  await Promise.all([...agents.values()].map((agent) => agent.stop()));
}

function masterKeyOf(state: NetworkState, country: string): Uint8Array {
  return Uint8Array.from(Buffer.from(state.masterKeys[country] ?? '', 'hex'));
}
