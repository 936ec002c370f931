import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseDeployment } from '@eslabon/bundle';
import { type Anvil, freePort, startAnvil } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { root } from './compose-file.js';
import { makeNetwork } from './make-network.js';
import { pathsOf, type RunningService, startService } from './run-service.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const running: RunningService[] = [];
let anvil: Anvil;
let out: string;

beforeAll(async () => {
  out = await makeNetwork(folder.path);
  const { chainId } = JSON.parse(readFileSync(join(out, 'network.json'), 'utf8'));
  anvil = await startAnvil({ chainId });
});

afterAll(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await Promise.all(running.map(({ ended }) => ended));
  await anvil.stop();
  folder.remove();
});

/** The chain stands at another place, and paths are those of this machine. */
const start = (name: string): RunningService => {
  const service = startService(name, folder.path, { 'http://validator-1:8545': anvil.rpcUrl });
  running.push(service);
  return service;
};

/** Changes in the configuration that was made what is a matter of containers: paths, the node and the port. */
async function settleConfig(country: string): Promise<string> {
  const file = join(out, `agent-${country}.json`);
  const config = JSON.parse(readFileSync(file, 'utf8'));
  const paths = new Map(pathsOf(`agent-${country}`, folder.path));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settled = {
    ...config,
    dataDir: paths.get(config.dataDir),
    deployment: config.deployment.replace('/network', paths.get('/network')),
    rpcUrl: anvil.rpcUrl,
    host: '127.0.0.1',
    port,
    publicUrl: url,
  };
  writeFileSync(file, JSON.stringify(settled));
  return url;
}

const answer = async (url: string) => (await fetch(url)).json() as Promise<Record<string, unknown>>;

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 40_000; !(await isSo().catch(() => false)); ) {
    if (Date.now() > deadline) throw new Error('It did not come true within 40 s.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const isHealthy = (url: string) =>
  promisify(execFile)(process.execPath, [join(root, 'docker/agent/healthy.mjs'), url]).then(
    () => true,
    () => false,
  );

describe('the services of docker-compose.yml as plain processes', () => {
  const urls: Record<string, string> = {};

  it('make the keys of the founders, which stay the same', async () => {
    for (const country of ['pe', 'mx']) {
      urls[country] = await settleConfig(country);
      const founder = join(folder.path, 'volumes', 'network', `founder-${country}.json`);
      const first = await start(`prepare-${country}`).ended;
      expect(first).toEqual({ code: 0, out: '', err: '' });
      const made = JSON.parse(readFileSync(founder, 'utf8'));
      const did = expect.stringMatching(/^did:ethr:0x9e597:0x[0-9a-f]{40}$/);
      expect(made).toEqual([{ country: country.toUpperCase(), did }]);
      expect((await start(`prepare-${country}`).ended).code).toBe(0);
      expect(JSON.parse(readFileSync(founder, 'utf8'))).toEqual(made);
    }
  });

  it('deploy the registries once', async () => {
    const first = await start('deploy').ended;
    expect(first).toMatchObject({
      code: 0,
      out: expect.stringContaining('4 contracts deployed on chain 648599'),
    });
    const file = join(folder.path, 'volumes', 'network', 'deployment.json');
    const deployment = parseDeployment(JSON.parse(readFileSync(file, 'utf8')));
    const again = await start('deploy').ended;
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('All contracts are there already') });
    expect(parseDeployment(JSON.parse(readFileSync(file, 'utf8')))).toEqual(deployment);
  });

  it('run two agents that anchor their keys, answer, and stop when they are told', async () => {
    const agents = ['pe', 'mx'].map((country) => ({ country, service: start(`agent-${country}`) }));
    for (const { country } of agents) {
      const url = urls[country] ?? '';
      await until(() => isHealthy(url));
      await until(async () => (await answer(`${url}/v1/readiness`)).status === 'ready');
      const [founder] = JSON.parse(
        readFileSync(join(folder.path, 'volumes', 'network', `founder-${country}.json`), 'utf8'),
      );
      expect(await answer(`${url}/v1/authority`)).toMatchObject({
        ...founder,
        chainId: 648_599,
      });
    }
    for (const { country, service } of agents) {
      service.child.kill('SIGTERM');
      expect((await service.ended).code).toBe(0);
      expect(await isHealthy(urls[country] ?? '')).toBe(false);
    }
  });
});
