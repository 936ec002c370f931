import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';
import { loadConfig, loadIdentity } from './load-config.js';

const pin = { address: `0x${'A'.repeat(40)}`, codeHash: `0x${'b'.repeat(64)}` };
const settings = {
  country: 'PE',
  name: 'Aduana',
  dataDir: '/var/lib/agent',
  port: 0,
  rpcUrl: 'http://127.0.0.1:8545',
  deployment: {
    chainId: 648_540,
    contracts: { didRegistry: pin, authorityRegistry: pin, arrangementRegistry: pin, statusRegistry: pin },
    deployBlock: 1,
  },
  utcOffset: '-05:00',
};
const ESLABON_MASTER_KEY = '0f'.repeat(32);

const load = (content: unknown, env: Record<string, string> = { ESLABON_MASTER_KEY }) =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, 'agent.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return loadConfig(file, env);
  });

describe('loadConfig', () => {
  it('fills in what may be left out', async () => {
    const config = await load(settings);
    expect(config).toMatchObject({ host: '127.0.0.1', fourEyes: true, wordsPerInstruction: 3, pollMs: 1000 });
    expect(config.masterKey).toEqual(new Uint8Array(32).fill(15));
    expect(config.deployment.contracts.statusRegistry.address).toBe(`0x${'a'.repeat(40)}`);
  });

  it.each([
    ['country', { country: 'Peru' }],
    ['rpcUrl', { rpcUrl: 'somewhere' }],
    ['utcOffset', { utcOffset: 'America/Lima' }],
    ['pollMs', { pollMs: 0 }],
    ['deployment.contracts.statusRegistry', { deployment: { ...settings.deployment, contracts: {} } }],
    ['surprise', { surprise: 1 }],
  ])('names %s when it is wrong', async (name, change) => {
    await expect(load({ ...settings, ...change })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining(name),
    });
  });

  it.each([
    ['no master key', settings, {}],
    ['a master key of another length', settings, { ESLABON_MASTER_KEY: 'ab12' }],
    ['a master key in the file', { ...settings, masterKey: ESLABON_MASTER_KEY }, { ESLABON_MASTER_KEY }],
    ['a file that is no JSON', '{', { ESLABON_MASTER_KEY }],
    ['a file that is no object', 'null', { ESLABON_MASTER_KEY }],
    ['a list', [], { ESLABON_MASTER_KEY }],
  ])('refuses %s, without repeating a secret', async (_, content, env) => {
    const failure = await load(content, env as Record<string, string>).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'CONFIG_INVALID' });
    expect(String(failure)).not.toMatch(/ab12|0f0f/);
  });

  it('takes the deployment from a file beside it, which must be whole', () =>
    inTemporaryFolder(async (folder) => {
      const { deployment } = settings;
      const file = join(folder, 'agent.json');
      writeFileSync(file, JSON.stringify({ ...settings, deployment: 'deployment.json' }));
      const load = () => loadConfig(file, { ESLABON_MASTER_KEY });
      expect(load).toThrow(/^The deployment “.*deployment\.json” cannot be read as JSON\.$/);
      writeFileSync(join(folder, 'deployment.json'), JSON.stringify({ ...deployment, layoutVersion: 1 }));
      expect(load().deployment.chainId).toBe(648_540);
      writeFileSync(join(folder, 'deployment.json'), JSON.stringify({ ...deployment, unfinished: true }));
      expect(load).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
    }));

  it('reads country, folder and master key alone before there is a deployment', () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, 'agent.json');
      writeFileSync(file, JSON.stringify({ ...settings, deployment: 'deployment.json' }));
      expect(loadIdentity(file, { ESLABON_MASTER_KEY })).toEqual({
        country: 'PE',
        dataDir: '/var/lib/agent',
        masterKey: new Uint8Array(32).fill(15),
      });
      writeFileSync(file, JSON.stringify({ ...settings, country: 'Peru' }));
      expect(() => loadIdentity(file, { ESLABON_MASTER_KEY })).toThrow(/country/);
    }));

  it('refuses an offset that no clock has', async () => {
    for (const utcOffset of ['+99:99', '-24:00', '+05:60', '']) {
      await expect(load({ ...settings, utcOffset })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    }
  });
});
