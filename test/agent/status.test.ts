import { setStatus } from '@eslabon/chain';
import type { CertificateView } from '@eslabon/client/contract';
import { statusMask, statusWord } from '@eslabon/core';
import {
  act,
  call,
  chainHead,
  chainStatus,
  decide,
  decision,
  issueSample,
  recognise,
  sampleCertificate,
  settled,
  startTestNetwork,
  statusWrites,
  type TestAgent,
  type TestNetwork,
  waitFor,
} from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const day = 86_400_000;

let ahead = 0;
const now = () => new Date(Date.now() + ahead);
/** Calendar day in Peru, `days` from now. */
const inDays = (days: number) =>
  new Date(now().getTime() + days * day - 5 * 3_600_000).toISOString().slice(0, 10);

let network: TestNetwork;
let peru: TestAgent;
let mexico: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], clock: now });
  peru = network.agent('PE');
  mexico = network.agent('MX');
  await recognise([peru.agent, mexico.agent]);
});

afterAll(() => network.stop());

const onChain = (view: CertificateView) => chainStatus(peru.agent, view);
const viewOf = ({ id }: { id: string }) => peru.as('auditor').getCertificate({ params: { id } });

async function decideAndSettle(...[view, action, date]: DecisionArguments) {
  const { id } = await decide(peru, view, action, date);
  return settled(peru, id);
}

type DecisionArguments = [CertificateView, 'suspend' | 'reinstate' | 'revoke', string?];

async function verdictInMexico({ id }: { id: string }): Promise<string> {
  const token = await peru.as('auditor').getCredential({ params: { id }, query: {} });
  const body = { presented: new TextDecoder().decode(token) };
  return (await mexico.as('machine').verifyCredential({ body })).verdict;
}

/** Keeps blocks from being mined while `work` runs, so that what it decides piles up behind one instruction. */
async function whileNothingIsMined(work: () => Promise<void>): Promise<void> {
  await network.chain.request('evm_setAutomine', [false]);
  try {
    await work();
  } finally {
    await network.chain.request('evm_setAutomine', [true]);
    await network.chain.request('evm_mine');
  }
}

describe('a status change', () => {
  it('reaches the chain and the partner: suspended, reinstated, revoked', async () => {
    const certificate = await issueSample(peru);
    expect(await verdictInMexico(certificate)).toBe('RECOGNISED');
    const steps = [
      ['suspend', 'suspended', 'SUSPENDED'],
      ['reinstate', 'active', 'RECOGNISED'],
      ['revoke', 'revoked', 'REVOKED'],
    ] as const;
    for (const [action, status, verdict] of steps) {
      const queued = await decide(peru, certificate, action);
      expect(queued).toMatchObject({ state: 'queued', action, decidedBy: 'supervisor', note: null });
      // Decided is decided, before the chain knows.
      expect((await viewOf(certificate)).status).toBe(status);
      const change = await settled(peru, queued.id);
      expect(change).toMatchObject({
        state: 'confirmed',
        transaction: expect.stringMatching(/^0x[0-9a-f]{64}$/),
        blockNumber: expect.any(Number),
        note: null,
        decision: { reference: `RI-${action}`, date: '2026-02-03' },
      });
      expect(await onChain(certificate)).toBe(status);
      expect(await viewOf(certificate)).toMatchObject({ status, pendingChange: null });
      expect(await verdictInMexico(certificate)).toBe(verdict);
    }
    const { items } = await peru.as('auditor').getCertificateHistory({ params: { id: certificate.id } });
    const changes = items.slice(2).map(({ event, actor, data }) => [event, actor, data.action]);
    expect(changes).toEqual(
      steps.flatMap(([action]) => [
        ['STATUS_DECIDED', 'supervisor', action],
        ['STATUS_CONFIRMED', 'chain', action],
      ]),
    );
  });

  it('is refused when the status does not allow it', async () => {
    const [active, suspended, revoked] = await Promise.all([1, 2, 3].map(() => issueSample(peru)));
    await decide(peru, suspended as CertificateView, 'suspend');
    await decide(peru, revoked as CertificateView, 'revoke');
    const refused = [
      [active, 'reinstate', 'STATUS_NOT_SUSPENDED'],
      [suspended, 'suspend', 'CERTIFICATE_STATE'],
      [revoked, 'suspend', 'STATUS_REVOKED_IS_FINAL'],
      [revoked, 'reinstate', 'STATUS_REVOKED_IS_FINAL'],
      [revoked, 'revoke', 'STATUS_REVOKED_IS_FINAL'],
    ] as const;
    for (const [view, action, code] of refused) {
      await expect(decide(peru, view as CertificateView, action)).rejects.toMatchObject({
        code,
        details: { status: 409 },
      });
    }
    const proposal = await peru
      .as('officer')
      .proposeCertificate({ body: { certificate: sampleCertificate() } });
    await expect(decide(peru, proposal, 'suspend')).rejects.toMatchObject({
      code: 'CERTIFICATE_STATE',
      details: { status: 409 },
    });
  });

  it('asks for the number to be repeated before it revokes', async () => {
    const view = await issueSample(peru);
    const body = decision('revoke', view);
    for (const confirm of [undefined, '', 'yes', `${body.confirm} `, body.confirm?.toLowerCase()]) {
      const answer = await call(peru.url, 'changeStatus', {
        key: peru.keys.supervisor,
        params: { id: view.id },
        body: { ...body, confirm },
      });
      expect(answer).toMatchObject({ status: 400, code: 'CERTIFICATE_CONFIRMATION' });
    }
    expect((await viewOf(view)).status).toBe('active');
  });
});

describe('a change of a later day', () => {
  it('waits for its day in the zone of the authority, over a restart too', async () => {
    const view = await issueSample(peru);
    const date = inDays(3);
    const change = await decide(peru, view, 'suspend', date);
    expect(change).toMatchObject({
      state: 'scheduled',
      note: null,
      effectiveAt: `${new Date(`${date}T05:00:00Z`).toISOString()}`,
    });
    const before = await viewOf(view);
    expect(before).toMatchObject({ status: 'active', pendingChange: { id: change.id, state: 'scheduled' } });
    // Something else is written meanwhile, so the writer has been awake.
    await decideAndSettle(await issueSample(peru), 'suspend');
    await peru.restart();
    expect(await onChain(view)).toBe('active');

    const midnight = Date.parse(`${date}T05:00:00Z`);
    ahead = midnight - Date.now() - 30_000;
    await decideAndSettle(await issueSample(peru), 'suspend');
    expect((await viewOf(view)).status).toBe('active');

    ahead = midnight - Date.now() + 1000;
    expect(await settled(peru, change.id)).toMatchObject({ state: 'confirmed' });
    expect((await viewOf(view)).status).toBe('suspended');
    expect(await onChain(view)).toBe('suspended');
    ahead = 0;
  });

  it('takes effect at once when its day has begun', async () => {
    for (const date of [inDays(0), inDays(-40)]) {
      const view = await issueSample(peru);
      const change = await decideAndSettle(view, 'suspend', date);
      expect(change.state).toBe('confirmed');
      expect(Math.abs(Date.parse(change.effectiveAt) - Date.now())).toBeLessThan(60_000);
    }
  });

  it('fails with a note when it no longer fits, and leaves the certificate alone', async () => {
    const view = await issueSample(peru);
    const change = await decide(peru, view, 'suspend', inDays(2));
    await decideAndSettle(view, 'revoke');
    ahead = 3 * day;
    const failed = await settled(peru, change.id);
    ahead = 0;
    expect(failed).toMatchObject({
      state: 'failed',
      transaction: null,
      note: expect.stringContaining('revoked'),
    });
    expect((await viewOf(view)).status).toBe('revoked');
    const { items } = await peru.as('auditor').getCertificateHistory({ params: { id: view.id } });
    expect(items.at(-1)).toMatchObject({ event: 'STATUS_FAILED', data: { code: 'STATUS_REVOKED_IS_FINAL' } });
  });
});

describe('many changes', () => {
  it('go into one instruction and one word, however many wait', async () => {
    const views = [];
    for (let i = 0; i < 40; i++) views.push(await issueSample(peru));
    const [first, ...others] = views as [CertificateView, ...CertificateView[]];
    const before = await chainHead(peru.agent);
    const words = new Set(views.map(({ statusEntry }) => statusWord(statusEntry?.index ?? 0)));
    expect(words.size).toBe(1);
    const ids: string[] = [];
    await whileNothingIsMined(async () => {
      const { id } = await decide(peru, first, 'suspend');
      await waitFor(
        () => peru.as('auditor').getStatusChange({ params: { id } }),
        ({ state }) => state === 'sent',
      );
      const changes = await Promise.all(
        others.map((view, i) => decide(peru, view, i % 3 === 0 ? 'revoke' : 'suspend')),
      );
      ids.push(id, ...changes.map((change) => change.id));
    });
    const changes = await Promise.all(ids.map((id) => settled(peru, id)));
    expect(new Set(changes.map(({ state }) => state))).toEqual(new Set(['confirmed']));
    expect(await statusWrites(peru.agent, before)).toEqual({ instructions: 2, words: 2 });
    for (const view of views) expect(await onChain(view)).toBe((await viewOf(view)).status);
  });

  it('of one certificate keep their order', async () => {
    const view = await issueSample(peru);
    const actions = ['suspend', 'reinstate', 'suspend', 'reinstate', 'suspend'] as const;
    const ids: string[] = [];
    await whileNothingIsMined(async () => {
      for (const action of actions) ids.push((await decide(peru, view, action)).id);
    });
    const changes = await Promise.all(ids.map((id) => settled(peru, id)));
    expect(changes.map(({ action, state }) => [action, state])).toEqual(
      actions.map((action) => [action, 'confirmed']),
    );
    const blocks = changes.map(({ blockNumber }) => Number(blockNumber));
    expect(blocks).toEqual([...new Set(blocks)].sort((a, b) => a - b));
    expect(await onChain(view)).toBe('suspended');
  });
});

describe('a change that the contract refuses', () => {
  it('fails with a note, and does not hold up the others', async () => {
    const [broken, second, third, filler] = (await Promise.all(
      [1, 2, 3, 4].map(() => issueSample(peru)),
    )) as [CertificateView, CertificateView, CertificateView, CertificateView];
    const { list = 0, index = 0 } = broken.statusEntry ?? {};
    // Somebody with the authority's key goes past the agent.
    await act(peru.agent, 'statusRegistry', (common) => {
      const masks = { revoke: statusMask(index), suspend: 0n, reinstate: 0n };
      return setStatus({ ...common, changes: [{ list, word: statusWord(index), ...masks }] });
    });
    const ids: string[] = [];
    await whileNothingIsMined(async () => {
      const { id } = await decide(peru, filler, 'suspend');
      await waitFor(
        () => peru.as('auditor').getStatusChange({ params: { id } }),
        ({ state }) => state === 'sent',
      );
      for (const [view, action] of [
        [second, 'suspend'],
        [broken, 'suspend'],
        [broken, 'reinstate'],
        [third, 'revoke'],
      ] as const) {
        ids.push((await decide(peru, view, action)).id);
      }
    });
    const changes = await Promise.all(ids.map((id) => settled(peru, id)));
    expect(changes.map(({ state }) => state)).toEqual(['confirmed', 'failed', 'failed', 'confirmed']);
    expect(changes[1]?.note).toContain('CHAIN_REVOKED_IS_FINAL');
    expect(await onChain(second)).toBe('suspended');
    expect(await onChain(third)).toBe('revoked');
    expect((await viewOf(broken)).pendingChange).toMatchObject({ state: 'failed' });
    const { items } = await peru.as('auditor').getCertificateHistory({ params: { id: broken.id } });
    expect(items.filter(({ event }) => event === 'STATUS_FAILED')).toHaveLength(2);

    // What comes later goes through, also for the same certificate.
    expect(await decideAndSettle(filler, 'reinstate')).toMatchObject({ state: 'confirmed' });
    expect(await decideAndSettle(broken, 'revoke')).toMatchObject({ state: 'confirmed' });
    expect((await viewOf(broken)).pendingChange).toBeNull();
    expect((await peru.as('machine').getReadiness({})).outbox.waiting).toBe(0);
  });

  it('whose place in the sequence somebody else took is made again', async () => {
    const [view, other] = (await Promise.all([1, 2].map(() => issueSample(peru)))) as [
      CertificateView,
      CertificateView,
    ];
    const { list = 0, index = 0 } = other.statusEntry ?? {};
    await network.chain.request('evm_setAutomine', [false]);
    // Both have the same nonce; the one that came first is mined.
    const passing = act(peru.agent, 'statusRegistry', (common) => {
      const masks = { revoke: 0n, suspend: statusMask(index), reinstate: 0n };
      return setStatus({ ...common, changes: [{ list, word: statusWord(index), ...masks }] });
    });
    await waitFor(
      () => network.chain.request('txpool_status'),
      (status) => Number((status as { pending: string }).pending) === 1,
    );
    const { id } = await decide(peru, view, 'suspend');
    const waiting = await waitFor(
      () => peru.as('auditor').getStatusChange({ params: { id } }),
      ({ note }) => note !== null,
    );
    expect(waiting).toMatchObject({
      state: 'sent',
      note: expect.stringContaining('CHAIN_INSTRUCTION_NONCE'),
    });
    await network.chain.request('evm_setAutomine', [true]);
    await network.chain.request('evm_mine');
    await passing;
    expect(await settled(peru, id)).toMatchObject({ state: 'confirmed', note: null });
    expect(await onChain(view)).toBe('suspended');
  });
});
