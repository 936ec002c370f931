import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDeployment } from '@eslabon/bundle';
import { startAnvil } from '@eslabon/testkit';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { deployer, eslabon, writeFounders } from '../../testing/deploy-fixture.js';
import { serveHttp } from '../../testing/serve-http.js';
import { startHubWay, startRelayWay, type TestWay } from '../../testing/start-way.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const bin = join(root, 'packages', 'cli', 'bin', 'eslabon.mjs');

/** How a way counts what it has done for the deployer, and where to go between it and the command. */
interface Killed extends Pick<TestWay, 'rpcUrl' | 'stop'> {
  settings?: Record<string, unknown>;
  created(): Promise<number>;
}

const ways: Record<string, () => Promise<Killed>> = {
  async direct() {
    const anvil = await startAnvil();
    const params = [deployer.address, 'latest'];
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_getTransactionCount', params });
    const created = async () => Number((await ask(anvil.rpcUrl, body)).result);
    return { rpcUrl: anvil.rpcUrl, created, stop: () => anvil.stop() };
  },
  relay: startRelayWay,
  hub: startHubWay,
};

beforeAll(async () => {
  const built = spawn(join(root, 'node_modules', '.bin', 'tsc'), ['-b', 'packages/cli'], { cwd: root });
  expect((await once(built, 'close'))[0]).toBe(0);
});

async function ask(url: string, body: string): Promise<{ result: string }> {
  const headers = { 'content-type': 'application/json' };
  return (await (await fetch(url, { method: 'POST', headers, body })).json()) as { result: string };
}

async function write(folder: string, rpcUrl: string, settings: Killed['settings']): Promise<string[]> {
  const args = await writeFounders(folder, rpcUrl);
  if (settings === undefined) return args;
  await writeFile(join(folder, 'submitter.json'), JSON.stringify(settings));
  return [...args, '--submitter', 'submitter.json'];
}

/** Deploys past a server that kills the process at its n-th transaction, before or after it is handed over. */
async function deployAndKill(
  folder: string,
  { rpcUrl, settings }: Killed,
  at: number,
  when: 'before' | 'after',
): Promise<void> {
  let transactions = 0;
  let child: ChildProcess | undefined;
  const relaySigner = settings?.relaySignerUrl as string | undefined;
  const between = await serveHttp(async ({ body }) => {
    const last = body.includes('eth_sendRawTransaction') && ++transactions === at;
    if (last && when === 'before') child?.kill('SIGKILL');
    const answer = last && when === 'before' ? {} : await ask(relaySigner ?? rpcUrl, body);
    if (last) child?.kill('SIGKILL');
    return { body: answer };
  });
  const args =
    relaySigner === undefined
      ? await write(folder, between.url, settings)
      : await write(folder, rpcUrl, { ...settings, relaySignerUrl: between.url });
  child = spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    env: { HOME: folder, ESLABON_DEPLOYER_KEY: deployer.privateKey },
    stdio: 'ignore',
  });
  const [, signal] = await once(child, 'close');
  await between.close();
  expect(signal).toBe('SIGKILL');
}

describe.each(Object.entries(ways))('registry deploy by %s, killed', (_model, start) => {
  let way: Killed;

  beforeEach(async () => {
    way = await start();
  });

  afterEach(async () => {
    await way.stop();
  });

  it.each([
    [1, 'before'],
    [1, 'after'],
    [2, 'after'],
    [3, 'before'],
    [4, 'after'],
  ] as const)('at transaction %i, %s it is handed over, is finished by the next run', (at, when) =>
    inTemporaryFolder(async (folder) => {
      await deployAndKill(folder, way, at, when);
      const read = async () => JSON.parse(await readFile(join(folder, 'deployment.json'), 'utf8'));
      expect(await read()).toMatchObject({
        unfinished: true,
        chainId: 648540,
        pending: { raw: expect.any(String) },
      });
      const finished = await eslabon(folder, await write(folder, way.rpcUrl, way.settings));
      expect(finished.code).toBe(0);
      expect(parseDeployment(await read())).toMatchObject({ layoutVersion: 1 });
      expect(await way.created()).toBe(4);
    }),
  );
});
