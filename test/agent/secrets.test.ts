import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApiKey } from '@eslabon/customs';
import {
  issueSample,
  masterKeyOf,
  startTestNetwork,
  type TestNetwork,
  waitFor,
} from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AgentProcess, dropTables, runCommand, startAgentProcess } from './agent-process.js';

let network: TestNetwork;
let config: string;
let agent: AgentProcess | undefined;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], lasting: true });
  config = join(network.folder, 'pe.json');
});

afterAll(async () => {
  await agent?.kill();
  await network.stop();
});

/** Everything that stands in the files of an agent's database, journals included. */
function databaseBytes(country: string): Buffer {
  const folder = join(network.folder, country);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'agent.lock',
  );
  return Buffer.concat(files.map(({ parentPath, name }) => readFileSync(join(parentPath, name))));
}

describe('the database file', () => {
  it('holds no private key and no API key in any spelling', async () => {
    const peru = network.agent('PE');
    await issueSample(peru);
    const secrets = await secretsOf('PE');
    expect(secrets).toHaveLength(4);
    const bytes = databaseBytes('PE');
    // The scan is able to find things: public data are there in clear.
    expect(bytes.includes('Exportadora')).toBe(true);
    const { publicKey } = peru.agent.parts.keys.key('delegate-1');
    expect(bytes.includes(Buffer.from(publicKey).toString('hex'))).toBe(true);
    for (const secret of secrets) {
      const spellings = [
        secret,
        secret.toString('hex'),
        secret.toString('hex').toUpperCase(),
        secret.toString('base64').replace(/=+$/, ''),
        secret.toString('base64url'),
      ];
      for (const spelling of spellings) expect(bytes.includes(spelling)).toBe(false);
    }
    for (const key of Object.values(peru.keys)) {
      const [, id, secret] = /^esk_([0-9a-f]{12})_(.{43})$/.exec(key) as unknown as [string, string, string];
      expect(bytes.includes(id)).toBe(true);
      expect(bytes.includes(secret)).toBe(false);
      expect(bytes.includes(Buffer.from(secret, 'base64url'))).toBe(false);
    }
    expect(bytes.includes(masterKeyOf('PE'))).toBe(false);
    expect(bytes.includes(Buffer.from(masterKeyOf('PE'), 'hex'))).toBe(false);
  });
});

async function secretsOf(country: string): Promise<Buffer[]> {
  const { database } = network.agent(country).agent.parts;
  const rows = (await database.read.find('key')) as { name: string; sealed: string }[];
  const { unseal } = await import('../../agents/customs/src/platform/keys/seal.js');
  const masterKey = Buffer.from(masterKeyOf(country), 'hex');
  return rows.map(({ name, sealed }) => Buffer.from(unseal(masterKey, name, sealed)));
}

describe('the log', () => {
  it('holds no key, token, password or business data, also when things fail', async () => {
    const peru = network.agent('PE');
    const secrets = await secretsOf('PE');
    const apiKey = await createApiKey(peru.agent.parts.database, 'officer', 'supervisor');
    await peru.stop();
    const { masterKey, rpcUrl, ...settings } = network.settings('PE');
    const guarded = (rpcUrl as string).replace('http://', 'http://agent:rpc-pass-word@');
    agent = await startAgentProcess(config, { ...settings, rpcUrl: guarded, logLevel: 'debug' }, masterKey);
    const client = agent.as(apiKey);
    const officer = network.agent('MX').keys.officer;
    const certificate = {
      certificateNumber: 'OEA-PE-LOGGED-1',
      certificateType: 'full' as const,
      operatorRoles: ['EX' as const],
      tin: 'PE20100070970' as never,
      legalName: 'Sociedad Confidencial S.A.',
      decisionDate: '2024-01-01',
      effectiveDate: '2024-01-01',
    };
    const { items } = await client.listCertificates({ query: {} });
    const { id } = items[0] as { id: string };
    const token = new TextDecoder().decode(await client.getCredential({ params: { id }, query: {} }));
    await client.verifyCredential({ body: { presented: token } });
    await expect(agent.as(officer).listCertificates({ query: {} })).rejects.toMatchObject({
      code: 'AUTHENTICATION_FAILED',
    });
    await expect(
      client.startImport({ query: {}, body: Buffer.from('Sociedad Confidencial') }),
    ).rejects.toThrow();

    // The chain goes away, and then the tables do, under an agent that works.
    await network.stopChain();
    await client.verifyCredential({ body: { presented: token } });
    await client.changeStatus({
      params: { id },
      body: {
        action: 'suspend',
        reason: 'FRAUD_SUSPECTED',
        decision: { reference: 'R-CONFIDENTIAL', date: '2026-01-01' },
      },
    });
    dropTables(join(network.folder, 'PE', 'agent.sqlite'), ['history']);
    await expect(client.proposeCertificate({ body: { certificate } })).rejects.toMatchObject({
      code: 'INTERNAL',
    });
    const register = [
      'Número de certificado;RUC;Razón social;Tipo de certificado;Roles;Fecha de resolución;Vigente desde;Estado',
      'OEA-PE-LOGGED-2;20100070970;Sociedad Confidencial S.A.;Seguridad;EX;2024-01-01;2024-01-01;Vigente',
    ].join('\n');
    const { id: importId } = await client.startImport({ query: {}, body: Buffer.from(register) });
    const failed = await waitFor(
      () => client.getImport({ params: { id: importId } }),
      ({ state }) => state === 'failed',
    );
    expect(failed.error).toMatchObject({ code: 'INTERNAL', hints: [expect.stringContaining('again')] });
    expect(await client.getHealth({})).toEqual({ status: 'ok' });
    await agent.stop();

    const log = agent.log();
    // It did log what happened.
    for (const told of [
      'the agent answers',
      'CHAIN_UNREACHABLE',
      'request failed',
      'an import failed',
      'QueryFailedError',
    ]) {
      expect(log).toContain(told);
    }
    const secretWords = [
      ...secrets.flatMap((secret) => [secret.toString('hex'), secret.toString('base64url')]),
      masterKey,
      apiKey,
      apiKey.slice(-43),
      officer,
      'rpc-pass-word',
      token,
      token.split('.')[1] as string,
      'Confidencial',
      'R-CONFIDENTIAL',
    ];
    for (const word of secretWords) expect([word, log.includes(word)]).toEqual([word, false]);
  });
});

describe('the command', () => {
  it('makes a key that works and revokes it, beside a running agent', async () => {
    await network.startChain();
    const mexico = network.agent('MX');
    const { masterKey, ...settings } = network.settings('MX');
    const file = join(network.folder, 'mx.json');
    const add = await runCommand(file, settings, masterKey, ['--add-key', 'new', '--role', 'auditor']);
    expect(add).toMatchObject({ code: 0, stderr: '' });
    const key = add.stdout.trim();
    expect(key).toMatch(/^esk_[0-9a-f]{12}_[\w-]{43}$/);
    const answer = () => fetch(`${mexico.url}/v1/certificates`, { headers: { 'x-api-key': key } });
    expect((await answer()).status).toBe(200);
    const id = key.split('_')[1] as string;
    expect(await runCommand(file, settings, masterKey, ['--revoke-key', id])).toMatchObject({ code: 0 });
    expect((await answer()).status).toBe(401);
    expect(await runCommand(file, settings, masterKey, ['--revoke-key', id])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('NOT_FOUND'),
    });
  });

  it('says what is wrong and ends', async () => {
    const { masterKey, ...settings } = network.settings('MX');
    const { port } = new URL(network.agent('MX').url);
    const run = (name: string, changes: object, key = masterKey, args: string[] = []) =>
      runCommand(join(network.folder, `${name}.json`), { ...settings, ...changes }, key, args);
    // Its own folder belongs to the agent that runs.
    const copy = (name: string) => {
      // Closing the lock's file in the process that holds the lock would drop it.
      const filter = (file: string) => !file.endsWith('agent.lock');
      cpSync(settings.dataDir, join(network.folder, name), { recursive: true, filter });
      return { dataDir: join(network.folder, name) };
    };
    const [wrong, shortKey, otherKey, takenPort, inUse, noRole] = await Promise.all([
      run('wrong', { country: 'Mexico', surprise: 1 }),
      run('short-key', {}, 'abc123'),
      run('other-key', copy('copy-1'), 'f'.repeat(64)),
      run('taken-port', { port: Number(port), ...copy('copy-2') }),
      run('in-use', {}),
      run('no-role', {}, masterKey, ['--add-key', 'x', '--role', 'king']),
    ]);
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringMatching(/CONFIG_INVALID.*country/s) });
    expect(shortKey).toMatchObject({ code: 2, stderr: expect.stringMatching(/CONFIG_INVALID.*masterKey/s) });
    expect(shortKey.stderr).not.toContain('abc123');
    expect(otherKey).toMatchObject({ code: 2, stderr: expect.stringContaining('KEY_SEALED') });
    expect(otherKey.stderr).not.toContain('f'.repeat(64));
    expect(takenPort).toMatchObject({ code: 2, stderr: expect.stringContaining('EADDRINUSE') });
    expect(inUse).toMatchObject({ code: 2, stderr: expect.stringContaining('DATA_FOLDER_IN_USE') });
    expect(noRole).toMatchObject({ code: 2, stderr: expect.stringContaining('supervisor') });
  });
});
