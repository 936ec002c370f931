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
    ['publicUrl', { issuance: {} }],
    ['publicUrl', { issuance: {}, publicUrl: 'https://aduana.example/oea' }],
    ['publicUrl', { presentations: {} }],
    ['publicUrl', { presentations: {}, publicUrl: 'http://aduana.example' }],
    [
      'presentations.sessionMinutes',
      { presentations: { sessionMinutes: 0 }, publicUrl: 'https://a.example' },
    ],
    [
      'presentations.x509.keyFile',
      { presentations: { x509: { certificateFile: 'x' } }, publicUrl: 'https://a.example' },
    ],
  ])('names %s when it is wrong', async (name, change) => {
    await expect(load({ ...settings, ...change })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining(name),
    });
  });

  const smtp = { host: 'mail.example', user: 'agent', from: 'oea@aduana.example' };
  const secrets = (more: Record<string, string>) => ({ ESLABON_MASTER_KEY, ...more });

  it('takes the password of the mail server from the environment, or from the file that it names', () =>
    inTemporaryFolder(async (folder) => {
      const expected = { ...smtp, password: 'pässword', port: 587, secure: 'starttls' };
      const given = await load({ ...settings, smtp }, secrets({ ESLABON_SMTP_PASSWORD: 'pässword' }));
      expect(given.smtp).toEqual(expected);
      const file = join(folder, 'password');
      writeFileSync(file, 'pässword\n');
      const env = secrets({ ESLABON_SMTP_PASSWORD_FILE: file });
      expect((await load({ ...settings, smtp }, env)).smtp).toEqual(expected);
      expect((await load({ ...settings, smtp: { ...smtp, secure: 'tls' } }, env)).smtp?.port).toBe(465);
      expect((await load(settings, env)).smtp).toBeUndefined();
    }));

  it.each<[string, object, Record<string, string>]>([
    ['password', { ...smtp, password: 'secret' }, {}],
    ['password', smtp, {}],
    ['user', { ...smtp, user: undefined }, { ESLABON_SMTP_PASSWORD: 'x' }],
    ['secure', { ...smtp, secure: 'none' }, { ESLABON_SMTP_PASSWORD: 'x' }],
    ['from', { ...smtp, from: 'a@b.example\r\nBcc: c@d.example' }, { ESLABON_SMTP_PASSWORD: 'x' }],
    ['no-such-file', smtp, { ESLABON_SMTP_PASSWORD_FILE: '/no-such-file' }],
  ])('refuses a mail server whose %s is wrong', async (name, wrong, env) => {
    await expect(load({ ...settings, smtp: wrong }, secrets(env))).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining(name),
    });
  });

  const { rpcUrl, ...nodeless } = settings;
  const consensus = [{ fromBlock: 0, protocol: 'qbft' }];
  const validators = ['B', 'A', 'D', 'C'].map((digit) => `0x${digit.repeat(40)}`);
  const checkpoint = { number: 5, hash: `0x${'E'.repeat(64)}`, timestamp: 1_700_000_000, validators };
  const seals = { checkpoint, trustingPeriod: 1_209_600 };
  const sealed = { ...settings, deployment: { ...settings.deployment, consensus }, seals };

  it('takes one node or several', async () => {
    expect((await load(settings)).rpcUrls).toEqual([rpcUrl]);
    const rpcUrls = [rpcUrl, 'https://rpc.example.org/key'];
    expect((await load({ ...nodeless, rpcUrls })).rpcUrls).toEqual(rpcUrls);
  });

  it('takes a checkpoint, with the validators as headers have them', async () => {
    const config = await load(sealed);
    expect(config.deployment.consensus).toEqual(consensus);
    expect(config.seals?.checkpoint.validators).toEqual(validators.map((one) => one.toLowerCase()).sort());
    expect(config.seals?.checkpoint.hash).toBe(`0x${'e'.repeat(64)}`);
    const few = { ...seals, checkpoint: { ...checkpoint, validators: validators.slice(1) } };
    expect((await load({ ...sealed, seals: { ...few, minValidators: 3 } })).seals?.minValidators).toBe(3);
  });

  const withSeals = (change: object) => ({ ...sealed, seals: { ...seals, ...change } });
  const withCheckpoint = (change: object) => withSeals({ checkpoint: { ...checkpoint, ...change } });
  const withConsensus = (periods: unknown) => ({
    ...sealed,
    deployment: { ...settings.deployment, consensus: periods },
  });

  it.each([
    ['rpcUrl: is missing', nodeless],
    ['rpcUrls: cannot stand beside rpcUrl', { ...settings, rpcUrls: ['http://127.0.0.1:1'] }],
    ['rpcUrls: ', { ...nodeless, rpcUrls: [] }],
    ['rpcUrls.1: ', { ...nodeless, rpcUrls: [rpcUrl, 'somewhere'] }],
    ['rpcUrls.1: stands there twice', { ...nodeless, rpcUrls: [rpcUrl, rpcUrl] }],
    ['deployment.consensus: is missing', { ...settings, seals }],
    ['deployment.consensus.0.fromBlock: must be 0', withConsensus([{ fromBlock: 1, protocol: 'qbft' }])],
    [
      'deployment.consensus.1.fromBlock: must be above 0',
      withConsensus([...consensus, { fromBlock: 0, protocol: 'ibft2' }]),
    ],
    ['deployment.consensus.0.protocol', withConsensus([{ fromBlock: 0, protocol: 'clique' }])],
    ['deployment.consensus', withConsensus([])],
    ['seals.trustingPeriod', withSeals({ trustingPeriod: 0 })],
    ['seals.trusted', withSeals({ trusted: 1 }), 'seals'],
    ['seals.checkpoint.hash', withCheckpoint({ hash: '0x12' })],
    ['seals.checkpoint.timestamp', withCheckpoint({ timestamp: undefined })],
    ['seals.checkpoint.validators.0', withCheckpoint({ validators: ['0x12', ...validators] })],
    [
      'seals.checkpoint.validators: has a validator twice',
      withCheckpoint({ validators: [...validators, validators[0]] }),
    ],
    [
      'seals.checkpoint.validators: has fewer than minValidators, which is 4',
      withCheckpoint({ validators: validators.slice(1) }),
    ],
    [
      'seals.checkpoint.validators: has fewer than minValidators, which is 5',
      withSeals({ minValidators: 5 }),
    ],
  ])('says of the nodes and the seals: %s', async (words, content, named = words) => {
    await expect(load(content)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining(named),
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
