import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createChainClient, deployRegistries, readContract } from '@eslabon/chain';
import { type Client, createClient } from '@eslabon/client';
import type { CertificateView, ImportRow, ImportView } from '@eslabon/client/contract';
import { type Country, statusMask, statusWord } from '@eslabon/core';
import { type PublicKey, parseMultikey, parseSecured, verifySignature } from '@eslabon/credentials';
import { createApiKey, prepareAuthority } from '@eslabon/customs';
import { statusRegistryAbi } from '@eslabon/did-registry';
import { type Anvil, startAnvil, testAccount, testKey } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../agents/customs/src/platform/database/open-database.js';
import { type AgentProcess, spawnAgentProcess, startAgentProcess } from '../agent/agent-process.js';
import { sampleRegister } from './sample-register.js';

const chainId = 648_540;
const masterKey = 'c5'.repeat(32);
const { file, expected } = sampleRegister(3000);

/** Set it to repeat a run. */
const seed = Number(process.env.CRASH_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** Kills in all, and those that must hit the import and the writing of statuses, at the least. */
const kills = 20;
const leastEach = 4;

type Stage = 'starting' | 'importing' | 'writing' | 'finished';

const folder = mkdtempSync(join(tmpdir(), 'eslabon-crash-'));
let anvil: Anvil;
let settings: object;
let apiKey: string;
let authority: `0x${string}`;
let statusRegistry: `0x${string}`;
let last: AgentProcess | undefined;
let miner: ReturnType<typeof mineNowAndThen> | undefined;

beforeAll(async () => {
  anvil = await startAnvil({ chainId });
  const dataDir = join(folder, 'PE');
  const prepared = await prepareAuthority(dataDir, Buffer.from(masterKey, 'hex'), chainId);
  authority = prepared.address;
  const deployment = await deployRegistries({
    rpcUrl: anvil.rpcUrl,
    chainId,
    deployerKey: testKey('deployer'),
    founders: [
      { country: 'PE' as Country, did: prepared.address },
      { country: 'MX' as Country, did: testAccount('MX').address },
    ],
  });
  statusRegistry = deployment.contracts.statusRegistry.address;
  const database = await openDatabase(dataDir);
  apiKey = await createApiKey(database, 'supervisor', 'supervisor');
  await database.close();
  settings = {
    country: 'PE',
    name: 'Aduana del Perú',
    dataDir,
    port: 0,
    rpcUrl: anvil.rpcUrl,
    deployment,
    utcOffset: '-05:00',
    pollMs: 50,
    // Few words in an instruction make many instructions, each of which can be interrupted.
    wordsPerInstruction: 1,
    logLevel: 'info',
  };
});

afterAll(async () => {
  await miner?.stop();
  await last?.kill();
  await anvil.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('an agent that is killed again and again', () => {
  it('imports every row once, and writes every status once', async () => {
    const random = mulberry32(seed);
    const configFile = join(folder, 'pe.json');
    process.stderr.write(`crash test with CRASH_SEED=${seed}\n`);
    miner = mineNowAndThen(random);
    const killed: Record<Stage, number> = { starting: 0, importing: 0, writing: 0, finished: 0 };
    const total = () => Object.values(killed).reduce((sum, count) => sum + count, 0);
    let importId: string | undefined;
    while (total() < kills || killed.writing < leastEach) {
      const child = spawnAgentProcess(configFile, settings, masterKey);
      last = child.process;
      if (random() < 0.2) {
        await setTimeout(200 + random() * 800);
        killed.starting += 1;
      } else {
        await Promise.race([child.answers, child.ended]);
        if (child.process.url === '') throw new Error(`The agent ended: ${child.process.log()}`);
        const client = createClient({ baseUrl: child.process.url, apiKey });
        importId ??= (await client.startImport({ body: file, query: {} })).id;
        // Half of the kills are for the import; then it is let through, and what is left to write is interrupted.
        if (killed.importing >= kills / 2) await untilImported(client, importId);
        await setTimeout(random() * 250);
        killed[await stageOf(client, importId)] += 1;
      }
      await child.process.kill();
      if (killed.finished > kills) break;
    }
    process.stderr.write(`killed while ${JSON.stringify(killed)}\n`);
    expect(killed.importing).toBeGreaterThanOrEqual(leastEach);
    expect(killed.writing).toBeGreaterThanOrEqual(leastEach);

    last = await startAgentProcess(configFile, settings, masterKey);
    const client = createClient({ baseUrl: last.url, apiKey });
    const view = await untilDone(client, importId as string);
    await expectReport(client, view);
    await expectCertificates(client);
    await miner.stop();
    const { keys } = await client.getAuthority({});
    const { publicKeyMultibase } = keys.find(({ kid }) =>
      kid.endsWith('#delegate-1'),
    ) as (typeof keys)[number];
    await last.stop();
    await expectNothingLeft(parseMultikey(publicKeyMultibase));
  }, 240_000);
});

/**
 * Has blocks mined at random moments instead of at once, so that an agent can die between sending an instruction and
 * its block.
 */
function mineNowAndThen(random: () => number) {
  const client = createChainClient({ rpcUrl: anvil.rpcUrl, chainId });
  let stopped = false;
  const mining = (async () => {
    await client.request('evm_setAutomine', [false]);
    while (!stopped) {
      await client.request('evm_mine');
      await setTimeout(50 + random() * 250);
    }
    await client.request('evm_setAutomine', [true]);
  })();
  return {
    stop() {
      stopped = true;
      return mining;
    },
  };
}

async function importOf(client: Client, id: string): Promise<ImportView> {
  const view = await client.getImport({ params: { id } });
  if (view.state === 'failed') throw new Error(`The import failed: ${view.error?.message}`);
  return view;
}

async function untilImported(client: Client, id: string): Promise<void> {
  while ((await importOf(client, id)).state !== 'done') await setTimeout(20);
}

async function stageOf(client: Client, id: string): Promise<Stage> {
  const view = await importOf(client, id);
  if (view.state !== 'done') return 'importing';
  return (await client.getReadiness({})).outbox.waiting > 0 ? 'writing' : 'finished';
}

async function untilDone(client: Client, id: string): Promise<ImportView> {
  for (;;) {
    const view = await importOf(client, id);
    const { outbox } = await client.getReadiness({});
    if (view.state === 'done' && outbox.waiting === 0) return view;
    await setTimeout(50);
  }
}

async function expectReport(client: Client, { id, counts, state }: ImportView): Promise<void> {
  const count = (outcome: string) => expected.filter((row) => row.outcome === outcome).length;
  expect({ state, ...counts }).toMatchObject({
    state: 'done',
    rows: expected.length,
    processed: expected.length,
    issued: count('issued'),
    unchanged: count('unchanged'),
    rejected: count('rejected'),
    statusChanged: 0,
  });
  const report: ImportRow[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await client.listImportRows({ params: { id }, query: { limit: 200, cursor } });
    report.push(...page.items);
    if (page.next === undefined) break;
    cursor = page.next;
  }
  expect(report.map(({ row, certificateNumber, outcome }) => ({ row, certificateNumber, outcome }))).toEqual(
    expected.map(({ row, certificateNumber, outcome }) => ({ row, certificateNumber, outcome })),
  );
}

async function expectCertificates(client: Client): Promise<void> {
  const found: CertificateView[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await client.listCertificates({ query: { limit: 200, cursor } });
    found.push(...page.items);
    if (page.next === undefined) break;
    cursor = page.next;
  }
  const issued = expected.filter(({ outcome }) => outcome === 'issued');
  const inOrder = found.reverse();
  expect(inOrder.map(({ certificate }) => certificate.certificateNumber)).toEqual(
    issued.map(({ certificateNumber }) => certificateNumber),
  );
  expect(inOrder.map(({ status }) => status)).toEqual(issued.map(({ status }) => status));
  // Indexes follow one another, without gap or reuse.
  expect(inOrder.map(({ statusEntry }) => statusEntry)).toEqual(
    issued.map((_, index) => ({ list: 0, index })),
  );
  expect(inOrder.filter(({ pendingChange }) => pendingChange !== null)).toEqual([]);
  await expectWords(inOrder);
}

/** The words of the contract, bit by bit: those of the certificates, and nothing beyond them. */
async function expectWords(certificates: CertificateView[]): Promise<void> {
  const client = createChainClient({ rpcUrl: anvil.rpcUrl, chainId });
  for (let word = 0; word <= statusWord(certificates.length) + 1; word++) {
    const [revoked, suspended] = await readContract(client, {
      address: statusRegistry,
      abi: statusRegistryAbi,
      functionName: 'wordsOf',
      args: [authority, 0, word],
    });
    const maskOf = (status: string) =>
      certificates
        .slice(word * 256, (word + 1) * 256)
        .reduce((mask, each, bit) => (each.status === status ? mask | statusMask(bit) : mask), 0n);
    expect([word, revoked, suspended]).toEqual([word, maskOf('revoked'), maskOf('suspended')]);
  }
}

/** What stands in the database after all, read while no agent runs. */
async function expectNothingLeft(issuingKey: PublicKey): Promise<void> {
  const database = await openDatabase(join(folder, 'PE'));
  try {
    const all = <T>(table: string) => database.read.find(table) as Promise<T[]>;
    const certificates = await all<{ id: string; list: number; index: number; credentialId: string }>(
      'certificate',
    );
    const tokens = await all<{ certificateId: string; token: string }>('credential');
    expect(tokens).toHaveLength(certificates.length);
    const byId = new Map(tokens.map((each) => [each.certificateId, each.token]));
    expect(byId.size).toBe(certificates.length);
    for (const [position, { id, list, index, credentialId }] of certificates.entries()) {
      const parsed = parseSecured(byId.get(id) as string);
      if (parsed.kind !== 'credential') throw new Error(`${id} has no credential.`);
      expect([parsed.claims.id, parsed.status]).toMatchObject([credentialId, { list, index }]);
      // Verifying is slow, and a torn write would not leave a token that parses.
      if (position % 50 === 0) {
        expect(verifySignature(issuingKey, parsed.signingInput, parsed.signature)).toBe(true);
      }
    }
    const [allocated] = await all<{ allocated: number }>('status_list');
    expect(allocated).toEqual({ list: 0, allocated: certificates.length });

    const changes = await all<{ state: string; certificateId: string; blockNumber: number | null }>(
      'status_change',
    );
    const decided = expected.filter(({ outcome, status }) => outcome === 'issued' && status !== 'active');
    expect(changes).toHaveLength(decided.length);
    expect(new Set(changes.map(({ certificateId }) => certificateId)).size).toBe(decided.length);
    expect(changes.filter(({ state, blockNumber }) => state !== 'confirmed' || blockNumber === null)).toEqual(
      [],
    );
    expect((await all<{ state: string }>('status_batch')).filter(({ state }) => state !== 'done')).toEqual(
      [],
    );
    const history = await all<{ certificateId: string; event: string }>('history');
    const events = (event: string) => history.filter((entry) => entry.event === event);
    expect(events('IMPORTED')).toHaveLength(certificates.length);
    for (const event of ['STATUS_DECIDED', 'STATUS_CONFIRMED'])
      expect(events(event)).toHaveLength(decided.length);
    // One import per file that was answered for; files whose answer was lost may have been stored as well.
    const jobs = await all<{ state: string; processed: number; rows: number }>('import_job');
    expect(jobs.filter(({ state, processed, rows }) => state !== 'done' || processed !== rows)).toEqual([]);
  } finally {
    await database.close();
  }
}

/** A small generator of random numbers that can be repeated from its seed. */
function mulberry32(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
