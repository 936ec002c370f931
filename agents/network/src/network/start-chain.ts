import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createChainClient } from '@eslabon/chain';
import { type Anvil, startAnvil } from '@eslabon/testkit';
import type { NetworkState } from '../state/network-state.js';
import { choosePort } from './choose-port.js';
import { endOrphan, noteChainProcess } from './end-orphan.js';
import { sealSchedule } from './validators.js';

/** Chain id of LACChain's test network. */
export const chainId = 648_540;

const heartbeatMs = 60_000;

export interface DevelopmentChain {
  rpcUrl: string;
  stop(): Promise<void>;
}

/**
 * Starts the development chain with its state on disk. It mines a block for each transaction, and one a minute besides,
 * so that bundles of a quiet network do not look old. With a secret, four validators seal its blocks.
 */
export async function startChain(
  statePath: string,
  preferredPort: number,
  validatorSecret: string | undefined,
): Promise<DevelopmentChain> {
  mkdirSync(dirname(statePath), { recursive: true, mode: 0o700 });
  const processFile = `${statePath}.process`;
  await endOrphan(processFile);
  const port = await choosePort(preferredPort);
  const anvil: Anvil = await startAnvil({
    ...{ statePath, chainId },
    ...(port === 0 ? {} : { port }),
    ...(validatorSecret === undefined ? {} : { seal: sealSchedule(validatorSecret) }),
  });
  noteChainProcess(processFile, { pid: anvil.pid, rpcUrl: anvil.nodeUrl });
  const client = createChainClient({ rpcUrl: anvil.rpcUrl, chainId });
  await client.request('evm_mine');
  const heartbeat = setInterval(() => void client.request('evm_mine').catch(() => undefined), heartbeatMs);
  heartbeat.unref();
  return {
    rpcUrl: anvil.rpcUrl,
    async stop() {
      clearInterval(heartbeat);
      await anvil.stop();
    },
  };
}

/** The state of a network that starts for the first time. */
export function newNetworkState(countries: readonly string[]): NetworkState {
  return {
    version: 1,
    chainId,
    deployerKey: `0x${randomBytes(32).toString('hex')}`,
    validatorSecret: randomBytes(32).toString('hex'),
    masterKeys: Object.fromEntries(countries.map((country) => [country, randomBytes(32).toString('hex')])),
    apiKeys: {},
    imported: [],
  };
}
