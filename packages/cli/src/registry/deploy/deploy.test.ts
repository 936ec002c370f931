import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDeployment } from '@eslabon/bundle';
import { type Anvil, startAnvil, testAccount } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deployer, eslabon, founders, writeFounders } from '../../testing/deploy-fixture.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';

let anvil: Anvil;

beforeAll(async () => {
  anvil = await startAnvil();
});

afterAll(async () => {
  await anvil.stop();
});

async function sentByDeployer(rpcUrl = anvil.rpcUrl): Promise<number> {
  const params = [deployer.address, 'latest'];
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_getTransactionCount', params });
  const answer = await fetch(rpcUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return Number(((await answer.json()) as { result: string }).result);
}

async function readOut(folder: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, 'deployment.json'), 'utf8'));
}

describe('registry deploy', () => {
  it('writes what agents and verifiers pin, and says the second time that all is there', () =>
    inTemporaryFolder(async (folder) => {
      const args = await writeFounders(folder, anvil.rpcUrl);
      const before = await sentByDeployer();
      const first = await eslabon(folder, [...args, '--json']);
      expect(first.code).toBe(0);
      const deployment = parseDeployment(await readOut(folder));
      expect(deployment).toMatchObject({ chainId: 648540, layoutVersion: 1 });
      expect(deployment.deployBlock).toBeGreaterThan(0);
      expect(JSON.parse(first.out)).toMatchObject({ ...deployment, deployed: { length: 4 } });
      expect(first.err.match(/^Deploying \w+ \(transaction 0x[0-9a-f]{64}\) …$/gm)).toHaveLength(4);

      const again = await eslabon(folder, [...args, '--lang', 'es']);
      expect(again).toMatchObject({ code: 0, err: '' });
      expect(again.out).toMatch(/^✔ Todos los contratos ya están en la cadena 648540; no se envió nada\n/);
      expect(await readOut(folder)).toEqual(deployment);
      expect(await sentByDeployer()).toBe(before + 4);
    }));

  it('writes by which protocol validators seal the chain', () =>
    inTemporaryFolder(async (folder) => {
      const consensus = [{ fromBlock: 0, protocol: 'qbft' as const }];
      const validators = [
        { fromBlock: 0, validators: [1, 2, 3, 4].map((number) => testAccount(`v${number}`)) },
      ];
      const sealed = await startAnvil({ seal: { consensus, validators } });
      try {
        const args = await writeFounders(folder, sealed.rpcUrl);
        expect((await eslabon(folder, args)).code).toBe(0);
        expect(parseDeployment(await readOut(folder)).consensus).toEqual(consensus);
        expect((await eslabon(folder, args)).code).toBe(0);
        expect(parseDeployment(await readOut(folder)).consensus).toEqual(consensus);
      } finally {
        await sealed.stop();
      }
    }));

  it('takes founders from several files, by DID, and the key from a file', () =>
    inTemporaryFolder(async (folder) => {
      const [pe, mx] = founders.map(({ country, did }) => [{ country, did: `did:ethr:0x9e55c:${did}` }]) as [
        object,
        object,
      ];
      await writeFile(join(folder, 'pe.json'), JSON.stringify(pe));
      await writeFile(join(folder, 'mx.json'), JSON.stringify(mx));
      await writeFile(join(folder, 'key'), `${testAccount('another key').privateKey.slice(2)}\n`);
      const args = ['registry', 'deploy', '--rpc', anvil.rpcUrl, '--founders', 'pe.json', 'mx.json'];
      const before = await sentByDeployer();
      const ran = await eslabon(folder, [...args, '--out', 'd.json', '--key-file', 'key']);
      expect(ran.code).toBe(0);
      expect(ran.out).toContain('✔ 4 contracts deployed on chain 648540, pinned in d.json\n');
      expect(await sentByDeployer()).toBe(before);
    }));

  it('asks the person at the terminal, and sends nothing without a yes', () =>
    inTemporaryFolder(async (folder) => {
      const args = (await writeFounders(folder, anvil.rpcUrl)).filter((arg) => arg !== '--yes');
      const before = await sentByDeployer();
      const questions: string[] = [];
      const ask = async (question: string) => {
        questions.push(question);
        return 'n';
      };
      const refused = await eslabon(folder, args, { ask });
      expect(refused.code).toBe(2);
      expect(refused.err).toContain('error DEPLOYMENT_CONFIRMATION: ');
      expect(questions[0]).toMatch(/^Deploy 4 contracts on chain 648540, founded by these 2\?/);
      for (const { did } of founders) expect(refused.err).toContain(did);
      expect(await sentByDeployer()).toBe(before);
      await expect(stat(join(folder, 'deployment.json'))).rejects.toMatchObject({ code: 'ENOENT' });

      const agreed = await eslabon(folder, args, { ask: async () => 'yes' });
      expect(agreed.code).toBe(0);
    }));

  it.each<[string, string, (folder: string) => Promise<string[]>]>([
    ['one founder', 'INPUT_INVALID', (folder) => withFounders(folder, founders.slice(0, 1))],
    ['a country twice', 'INPUT_INVALID', (folder) => withFounders(folder, [founders[0], founders[0]])],
    ['a founder of another chain', 'INPUT_INVALID', (folder) => withFounders(folder, foreign())],
    ['founders that are no list', 'INPUT_INVALID', (folder) => withFounders(folder, {})],
    ['a founder with more to say', 'INPUT_INVALID', (folder) => withFounders(folder, talkative())],
    ['a file of something else', 'DEPLOYMENT_MALFORMED', (folder) => withOut(folder, { name: 'x' })],
    ['a pending transaction that is none', 'DEPLOYMENT_MALFORMED', (folder) => withOut(folder, forged())],
    ['a file of another chain', 'CHAIN_MISMATCH', (folder) => withOut(folder, elsewhere())],
    ['a node that is not there', 'CHAIN_UNREACHABLE', (f) => writeFounders(f, 'http://127.0.0.1:1')],
  ])('refuses %s with %s', (_what, code, prepare) =>
    inTemporaryFolder(async (folder) => {
      const ran = await eslabon(folder, await prepare(folder));
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toContain(`error ${code}: `);
    }),
  );

  it('never repeats the key', () =>
    inTemporaryFolder(async (folder) => {
      const args = await writeFounders(folder, anvil.rpcUrl);
      const key = `${deployer.privateKey}00`;
      const ran = await eslabon(folder, args, { env: { ESLABON_DEPLOYER_KEY: key, ESLABON_DEBUG: '1' } });
      expect(ran.err).toContain('error CONFIG_INVALID: ');
      expect(ran.err).not.toContain(deployer.privateKey.slice(2));
      const without = await eslabon(folder, args, { env: { ESLABON_DEPLOYER_KEY: '' } });
      expect(without.err).toContain('error CONFIG_INVALID: No key');
    }));
});

async function withFounders(folder: string, content: unknown): Promise<string[]> {
  const args = await writeFounders(folder, anvil.rpcUrl);
  await writeFile(join(folder, 'founders.json'), JSON.stringify(content));
  return args;
}

async function withOut(folder: string, content: unknown): Promise<string[]> {
  await writeFile(join(folder, 'deployment.json'), JSON.stringify(content));
  return writeFounders(folder, anvil.rpcUrl);
}

const foreign = () => founders.map(({ country, did }) => ({ country, did: `did:ethr:0x1:${did}` }));
const talkative = () => founders.map((founder) => ({ ...founder, name: 'Aduanas' }));
const elsewhere = () => ({ unfinished: true, chainId: 7, contracts: {} });
const forged = () => ({
  ...elsewhere(),
  chainId: 648540,
  pending: { name: 'didRegistry', transaction: `0x${'1'.repeat(64)}`, raw: '0x00' },
});
