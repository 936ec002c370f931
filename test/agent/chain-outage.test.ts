import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { getBlock } from '@eslabon/chain';
import type { CertificateView } from '@eslabon/client/contract';
import { parseAgentConfig } from '@eslabon/customs';
import {
  call,
  chainHead,
  chainStatus,
  createTestAgent,
  decide,
  issueSample,
  recognise,
  settled,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
  waitFor,
} from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

let network: TestNetwork;
let peru: TestAgent;
let mexico: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], lasting: true });
  peru = network.agent('PE');
  mexico = network.agent('MX');
  await recognise([peru.agent, mexico.agent]);
});

afterAll(() => network.stop());

const readiness = (agent: TestAgent) => agent.as('machine').getReadiness({});
const changeOf = (id: string) => peru.as('auditor').getStatusChange({ params: { id } });
const untilReady = (agent: TestAgent) =>
  waitFor(
    () => readiness(agent),
    ({ status }) => status === 'ready',
  );

async function verdictIn(agent: TestAgent, { id }: { id: string }, at?: string) {
  const token = await peru.as('auditor').getCredential({ params: { id }, query: {} });
  const body = { presented: new TextDecoder().decode(token), ...(at === undefined ? {} : { at }) };
  return agent.as('machine').verifyCredential({ body });
}

/** What another authority says of a certificate of `issuer`. */
async function verdictOf(issuer: TestAgent, { id }: { id: string }, asked: TestAgent): Promise<string> {
  const token = await issuer.as('auditor').getCredential({ params: { id }, query: {} });
  const body = { presented: new TextDecoder().decode(token) };
  return (await asked.as('machine').verifyCredential({ body })).verdict;
}

const bundleOf = (agent: TestAgent) => call(agent.url, 'getLatestBundle', { key: agent.keys.verifier });

describe('while the chain is down', () => {
  let certificate: CertificateView;
  let latest: Awaited<ReturnType<typeof bundleOf>>;
  let head: number;
  const waiting: string[] = [];

  beforeAll(async () => {
    certificate = await issueSample(peru);
    expect((await verdictIn(mexico, certificate)).verdict).toBe('RECOGNISED');
    latest = await bundleOf(mexico);
    expect(await readiness(mexico)).toMatchObject({ status: 'ready', chain: { ok: true } });
    head = await chainHead(peru.agent);
    await network.stopChain();
  });

  it('the agent says so, and is alive', async () => {
    const degraded = await waitFor(
      () => readiness(peru),
      ({ status }) => status === 'degraded',
    );
    expect(degraded).toMatchObject({
      database: { ok: true },
      chain: { ok: false, block: head, note: expect.stringContaining('CHAIN_UNREACHABLE') },
      outbox: { ok: true, waiting: 0 },
    });
    expect(await peru.as('machine').getHealth({})).toEqual({ status: 'ok' });
  });

  it('reading and granting go on', async () => {
    const issued = await issueSample(peru);
    const { items } = await peru.as('auditor').listCertificates({ query: { limit: 2 } });
    expect(items.map(({ id }) => id)).toEqual([issued.id, certificate.id]);
    const { length } = await peru.as('auditor').getCredential({ params: { id: issued.id }, query: {} });
    expect(length).toBeGreaterThan(500);
    const older = await call(peru.url, 'getCredential', {
      key: peru.keys.auditor,
      params: { id: issued.id },
      query: { format: 'vc1-jwt' },
    });
    expect(older.status).toBe(200);
  });

  it('decisions are taken, and say that they wait for the chain', async () => {
    const change = await decide(peru, certificate, 'suspend');
    expect(change).toMatchObject({ state: 'queued', note: expect.stringContaining('CHAIN_UNREACHABLE') });
    const { status, pendingChange } = await peru
      .as('auditor')
      .getCertificate({ params: { id: certificate.id } });
    expect([status, pendingChange?.id]).toEqual(['suspended', change.id]);
    // One of a later day does not wait for the chain, but for its day.
    const later = await decide(peru, await issueSample(peru), 'suspend', '2090-01-01');
    expect(later).toMatchObject({ state: 'scheduled', note: null });
    const again = await decide(peru, certificate, 'reinstate');
    const last = await decide(peru, certificate, 'suspend');
    waiting.push(change.id, again.id, last.id);
    expect(await readiness(peru)).toMatchObject({ outbox: { ok: false, waiting: 3 } });
  });

  it('the last bundle is still handed out, and verdicts stand on it', async () => {
    const again = await bundleOf(mexico);
    expect(again.status).toBe(200);
    expect(again.headers.get('etag')).toBe(latest.headers.get('etag'));
    expect(again.bytes).toEqual(latest.bytes);
    const fresh = await fetch(`${mexico.url}/v1/bundles/latest`, {
      headers: {
        authorization: `Bearer ${mexico.keys.verifier}`,
        'cache-control': 'max-age=0',
        'if-none-match': again.headers.get('etag') ?? '',
      },
    });
    expect(fresh.status).toBe(304);
    expect(await verdictIn(mexico, certificate)).toMatchObject({
      verdict: 'RECOGNISED',
      asOf: { blockNumber: head },
    });
    const past = (block: number) =>
      call(mexico.url, 'getBundleAt', { key: mexico.keys.verifier, params: { block: String(block) } });
    // Something changed in it, so that it is archived; nothing did when the first contract was deployed.
    expect(await past(head - 1)).toMatchObject({ status: 200 });
    const refused = await past(mexico.agent.parts.config.deployment.deployBlock);
    expect(refused).toMatchObject({ status: 503, code: 'CHAIN_UNREACHABLE' });
    expect(refused.headers.get('retry-after')).not.toBeNull();
  });

  it('an agent starts, keeps its verdicts to itself, and anchors nothing', async () => {
    await mexico.restart();
    expect(await readiness(mexico)).toMatchObject({ status: 'degraded' });
    expect(await bundleOf(mexico)).toMatchObject({ status: 503, code: 'CHAIN_UNREACHABLE' });
    const verdict = await verdictIn(mexico, certificate);
    expect(verdict).toMatchObject({ verdict: 'UNDETERMINED' });
    expect(verdict.asOf).toBeUndefined();
  });

  it('everything is made good when it returns', async () => {
    await network.startChain();
    const changes = [];
    for (const id of waiting) changes.push(await settled(peru, id));
    expect(changes.map(({ state, note }) => [state, note])).toEqual(Array(3).fill(['confirmed', null]));
    expect(await chainStatus(peru.agent, certificate)).toBe('suspended');
    expect(await untilReady(peru)).toMatchObject({ outbox: { ok: true, waiting: 0 } });
    await untilReady(mexico);
    expect((await verdictIn(mexico, certificate)).verdict).toBe('SUSPENDED');
    expect(await verdictIn(mexico, certificate, certificate.issuedAt ?? '')).toMatchObject({
      verdict: 'RECOGNISED',
      asOf: { blockNumber: head },
    });
  });
});

describe('while the chain hangs', () => {
  it('nobody waits for it without end', async () => {
    const certificate = await issueSample(peru);
    await verdictIn(mexico, certificate);
    process.kill(network.pid(), 'SIGSTOP');
    let change: string;
    try {
      const [decided, list, ...verdicts] = await Promise.all([
        decide(peru, certificate, 'suspend'),
        peru.as('auditor').listCertificates({ query: {} }),
        ...Array.from({ length: 6 }, () => verdictIn(mexico, certificate)),
      ]);
      change = decided.id;
      expect(list.items.length).toBeGreaterThan(0);
      expect(new Set(verdicts.map(({ verdict }) => verdict))).toEqual(new Set(['RECOGNISED']));
      expect(await changeOf(change)).not.toMatchObject({ state: 'confirmed' });
    } finally {
      process.kill(network.pid(), 'SIGCONT');
    }
    expect(await settled(peru, change)).toMatchObject({ state: 'confirmed', note: null });
    expect(await chainStatus(peru.agent, certificate)).toBe('suspended');
  });
});

describe('before its authority is admitted', () => {
  it('an agent reads and grants, and is not believed yet', async () => {
    const chile = await createTestAgent(parseAgentConfig(network.settings('CL')));
    try {
      expect(await readiness(chile)).toMatchObject({
        status: 'degraded',
        chain: { ok: false, note: expect.stringContaining('CHAIN_NOT_MEMBER') },
      });
      const view = await issueSample(chile, { tin: 'CL769779841' });
      const change = await decide(chile, view, 'suspend');
      const told = await waitFor(
        () => chile.as('auditor').getStatusChange({ params: { id: change.id } }),
        ({ note }) => note?.includes('CHAIN_NOT_MEMBER') === true,
      );
      expect(told.state).toBe('sent');
      // It sees what everybody sees.
      expect(await bundleOf(chile)).toMatchObject({ status: 200 });
      expect((await verdictIn(chile, await issueSample(peru))).verdict).toBe('NOT_COVERED');
      expect(await verdictOf(chile, view, mexico)).toBe('UNTRUSTED');
    } finally {
      await chile.stop();
    }
  });
});

describe('after the chain lost its last blocks', () => {
  it('an agent that starts writes again what was lost', async () => {
    const [suspended, reinstated, revoked, untouched] = (await Promise.all(
      [1, 2, 3, 4].map(() => issueSample(peru)),
    )) as [CertificateView, CertificateView, CertificateView, CertificateView];
    const change = async (view: CertificateView, action: 'suspend' | 'reinstate' | 'revoke') => {
      const { id } = await decide(peru, view, action);
      return settled(peru, id);
    };
    await change(reinstated, 'suspend');
    const snapshot = await network.chain.request('evm_snapshot');
    const before = await change(suspended, 'suspend');
    await change(reinstated, 'reinstate');
    await change(revoked, 'suspend');
    await change(revoked, 'revoke');
    await peru.agent.stop();
    await network.chain.request('evm_revert', [snapshot]);
    await peru.restart();
    expect(await settled(peru, before.id)).toMatchObject({ id: before.id, state: 'confirmed' });
    for (const [view, status] of [
      [suspended, 'suspended'],
      [reinstated, 'active'],
      [revoked, 'revoked'],
      [untouched, 'active'],
    ] as const) {
      await waitFor(
        () => chainStatus(peru.agent, view),
        (found) => found === status,
      );
      expect((await peru.as('auditor').getCertificate({ params: { id: view.id } })).status).toBe(status);
    }
    await waitFor(
      () => readiness(peru),
      ({ outbox }) => outbox.waiting === 0,
    );
    // Starting once more finds nothing to do.
    const head = await chainHead(peru.agent);
    await peru.restart();
    await change(untouched, 'suspend');
    expect(await chainHead(peru.agent)).toBe(head + 1);
  });
});

describe('while an agent runs', () => {
  it('blocks that the chain loses are made good, and no bundle of them is handed out again', async () => {
    const view = await issueSample(peru);
    const snapshot = await network.chain.request('evm_snapshot');
    const change = await decide(peru, view, 'suspend');
    const { blockNumber } = await settled(peru, change.id);
    const bundleAt = async () => {
      const block = String(blockNumber);
      return call(peru.url, 'getBundleAt', { key: peru.keys.verifier, params: { block } });
    };
    const before = await bundleAt();
    await network.chain.request('evm_revert', [snapshot]);
    await waitFor(
      () => chainStatus(peru.agent, view),
      (status) => status === 'suspended',
      20_000,
    );
    const after = await waitFor(bundleAt, ({ status }) => status === 200);
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    const { block } = (await peru.agent.parts.bundles.at(Number(blockNumber))).loaded;
    expect(block.hash).toBe((await getBlock(network.chain, Number(blockNumber))).hash);
  });
});

describe('after the database was restored from a backup', () => {
  it('a decision that came after the backup is not undone', async () => {
    const view = await issueSample(peru);
    const change = async (action: 'suspend' | 'reinstate') =>
      settled(peru, (await decide(peru, view, action)).id);
    await change('suspend');
    await change('reinstate');
    const { dataDir } = peru.agent.parts.config;
    const backup = join(dataDir, '..', 'backup-of-peru');
    await peru.agent.stop();
    cpSync(dataDir, backup, { recursive: true });
    await peru.restart();
    await change('suspend');
    await peru.agent.stop();
    rmSync(dataDir, { recursive: true });
    renameSync(backup, dataDir);
    await peru.restart();
    expect((await peru.as('auditor').getCertificate({ params: { id: view.id } })).pendingChange).toBeNull();
    expect(await chainStatus(peru.agent, view)).toBe('suspended');
    // The writer has been at work since: another decision went through, this one stayed.
    const other = await issueSample(peru);
    await settled(peru, (await decide(peru, other, 'suspend')).id);
    expect(await chainStatus(peru.agent, view)).toBe('suspended');
  });
});
