import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deployRegistries } from '@eslabon/chain';
import { countrySchema } from '@eslabon/core';
import {
  type Agent,
  type AgentConfigInput,
  createAgent,
  parseAgentConfig,
  prepareAuthority,
} from '@eslabon/customs';
import { issuerProfileNames } from '@eslabon/exchange';
import { freePort, startAnvil } from '@eslabon/testkit';
import { chainId } from '../network/start-chain.js';
import { host, startTlsFront } from './start-tls-front.js';

export interface ConformanceOptions {
  /** 0 takes a free one. */
  port: number;
  /** Instead of those that fit every suite. */
  config?: Partial<AgentConfigInput>;
}

export interface ConformanceServer {
  /** Base URL for suites, over https. */
  url: string;
  /** The same without TLS, on this machine. */
  localUrl: string;
  /** PEM of the server's certificate. */
  certificate: string;
  agent: Agent;
  stop(): Promise<void>;
}

/** Founders of the registry; the first of them has the agent. */
const countries = ['PE', 'CL'].map((code) => countrySchema.parse(code));

/**
 * Starts one agent with all issuer profiles, open to everybody, on a chain and registries of its own, behind TLS with a
 * certificate of its own. Nothing outlives it.
 */
export async function startConformance(options: ConformanceOptions): Promise<ConformanceServer> {
  const cleanups: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    const front = await startTlsFront(options.port);
    cleanups.push(() => front.stop());
    const folder = mkdtempSync(join(tmpdir(), 'eslabon-conformance-'));
    cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
    const anvil = await startAnvil({ chainId });
    cleanups.push(() => anvil.stop());
    const url = `https://${host}:${front.port}`;
    const settings = await prepareSettings(folder, anvil.rpcUrl);
    const port = await freePort();
    const agent = await createAgent(
      parseAgentConfig({ ...settings, port, publicUrl: url, ...options.config }),
    );
    cleanups.push(() => agent.stop());
    front.passTo(port);
    const localUrl = `http://127.0.0.1:${port}`;
    return { url, localUrl, certificate: front.certificate, agent, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepareSettings(folder: string, rpcUrl: string): Promise<Omit<AgentConfigInput, 'port'>> {
  const masterKey = randomBytes(32);
  const [country = ''] = countries;
  const founders = [];
  for (const each of countries) {
    const { address } = await prepareAuthority(join(folder, each), masterKey, chainId);
    founders.push({ country: each, did: address });
  }
  const deployerKey = `0x${randomBytes(32).toString('hex')}` as const;
  const deployment = await deployRegistries({ rpcUrl, chainId, deployerKey, founders });
  return {
    country,
    name: 'Eslabón conformance authority',
    dataDir: join(folder, country),
    rpcUrl,
    deployment,
    masterKey: masterKey.toString('hex'),
    utcOffset: '-05:00',
    pollMs: 200,
    // A suite sends everything from one address.
    requestsPerMinute: 1_000_000,
    profiles: [...issuerProfileNames],
    openExchange: true,
    logLevel: 'error',
  };
}
