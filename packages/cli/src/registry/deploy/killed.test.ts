import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDeployment } from '@eslabon/bundle';
import { type Anvil, startAnvil } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deployer, eslabon, writeFounders } from '../../testing/deploy-fixture.js';
import { serveHttp } from '../../testing/serve-http.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const bin = join(root, 'packages', 'cli', 'bin', 'eslabon.mjs');

let anvil: Anvil;

beforeAll(async () => {
  const built = spawn(join(root, 'node_modules', '.bin', 'tsc'), ['-b', 'packages/cli'], { cwd: root });
  expect((await once(built, 'close'))[0]).toBe(0);
});

beforeAll(async () => {
  anvil = await startAnvil();
});

afterAll(async () => {
  await anvil.stop();
});

async function ask(body: string): Promise<{ result: string }> {
  const headers = { 'content-type': 'application/json' };
  return (await (await fetch(anvil.rpcUrl, { method: 'POST', headers, body })).json()) as { result: string };
}

async function sentByDeployer(): Promise<number> {
  const params = [deployer.address, 'latest'];
  const request = { jsonrpc: '2.0', id: 1, method: 'eth_getTransactionCount', params };
  return Number((await ask(JSON.stringify(request))).result);
}

/** Deploys through a relay of requests that kills the process at its n-th transaction, before or after it is sent. */
async function deployAndKill(folder: string, at: number, when: 'before' | 'after'): Promise<void> {
  let transactions = 0;
  let child: ChildProcess | undefined;
  const relay = await serveHttp(async ({ body }) => {
    const last = body.includes('eth_sendRawTransaction') && ++transactions === at;
    if (last && when === 'before') child?.kill('SIGKILL');
    const answer = last && when === 'before' ? {} : await ask(body);
    if (last) child?.kill('SIGKILL');
    return { body: answer };
  });
  const args = await writeFounders(folder, relay.url);
  child = spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    env: { HOME: folder, ESLABON_DEPLOYER_KEY: deployer.privateKey },
    stdio: 'ignore',
  });
  const [, signal] = await once(child, 'close');
  await relay.close();
  expect(signal).toBe('SIGKILL');
}

describe('registry deploy, killed', () => {
  it.each([
    [1, 'before'],
    [1, 'after'],
    [2, 'after'],
    [3, 'before'],
    [4, 'after'],
  ] as const)('at transaction %i, %s it is sent, is finished by the next run', (at, when) =>
    inTemporaryFolder(async (folder) => {
      const before = await sentByDeployer();
      await deployAndKill(folder, at, when);
      const read = async () => JSON.parse(await readFile(join(folder, 'deployment.json'), 'utf8'));
      expect(await read()).toMatchObject({ unfinished: true, chainId: 648540 });
      const finished = await eslabon(folder, await writeFounders(folder, anvil.rpcUrl));
      expect(finished.code).toBe(0);
      expect(parseDeployment(await read())).toMatchObject({ layoutVersion: 1 });
      expect(await sentByDeployer()).toBe(before + 4);
    }),
  );
});
