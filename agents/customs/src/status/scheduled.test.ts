import { createClient } from '@eslabon/client';
import type { CertificateView } from '@eslabon/client/contract';
import type { StatusAction } from '@eslabon/core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createApiKey } from '../platform/http/api-keys.js';
import {
  call,
  chainStatus,
  decide,
  decision,
  issueSample,
  settled,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
  waitFor,
} from '../testing/index.js';
import { statusChangeTable } from './status-table.js';

const day = 86_400_000;

let ahead = 0;
const now = () => new Date(Date.now() + ahead);
/** Calendar day in the zone of the agents, `days` from now. */
const inDays = (days: number) =>
  new Date(now().getTime() + days * day - 5 * 3_600_000).toISOString().slice(0, 10);

let network: TestNetwork;
let peru: TestAgent;
let chile: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'CL'], clock: now });
  peru = network.agent('PE');
  chile = network.agent('CL');
});

afterEach(() => {
  ahead = 0;
});

afterAll(() => network.stop());

const auditor = (agent = peru) => agent.as('auditor');
const viewOf = ({ id }: { id: string }) => auditor().getCertificate({ params: { id } });
const changeOf = (id: string) => auditor().getStatusChange({ params: { id } });
const eventsOf = async ({ id }: { id: string }) =>
  (await auditor().getCertificateHistory({ params: { id } })).items;
const failed = async () => (await peru.as('machine').getReadiness({})).outbox.failed;

async function at(view: CertificateView, status: string): Promise<void> {
  await waitFor(
    () => viewOf(view),
    (seen) => seen.status === status && seen.pendingChanges.every(({ state }) => state === 'scheduled'),
  );
  expect(await chainStatus(peru.agent, view)).toBe(status);
}

async function suspended(): Promise<CertificateView> {
  const view = await issueSample(peru);
  await settled(peru, (await decide(peru, view, 'suspend')).id);
  return view;
}

describe('two decisions for later days', () => {
  it.each([
    ['suspend', 'revoke'],
    ['revoke', 'suspend'],
  ] as const)('%s and then %s: both stand, are shown in their order, and take effect', async (...order) => {
    const days = { suspend: 2, revoke: 4 };
    const view = await issueSample(peru);
    for (const action of order) await decide(peru, view, action, inDays(days[action]));
    const seen = await viewOf(view);
    expect(seen.pendingChanges.map(({ action }) => action)).toEqual(['suspend', 'revoke']);
    expect(seen.pendingChange?.action).toBe(order[1]);
    ahead = 3 * day;
    await at(view, 'suspended');
    expect((await viewOf(view)).pendingChanges.map(({ action }) => action)).toEqual(['revoke']);
    ahead = 5 * day;
    await at(view, 'revoked');
    expect(await viewOf(view)).toMatchObject({ pendingChange: null, pendingChanges: [] });
  });

  it.each([
    ['suspend', 4, 'suspend', 2],
    ['suspend', 2, 'suspend', 4],
    ['revoke', 2, 'revoke', 4],
    ['revoke', 2, 'suspend', 2],
    ['revoke', 2, 'suspend', 4],
  ] as const)('%s in %d days is not followed by %s in %d, and nothing is kept of it', async (...pair) => {
    const [first, firstDays, second, secondDays] = pair;
    const view = await issueSample(peru);
    const { id } = await decide(peru, view, first, inDays(firstDays));
    const refused = await call(peru.url, 'changeStatus', {
      key: peru.keys.supervisor,
      params: { id: view.id },
      body: decision(second, view, inDays(secondDays)),
    });
    expect(refused).toMatchObject({ status: 409, code: 'STATUS_SCHEDULED' });
    expect(JSON.stringify(refused.json)).toContain(`${inDays(firstDays)} 00:00 (UTC-05:00)`);
    expect((await viewOf(view)).pendingChanges).toMatchObject([{ id, state: 'scheduled' }]);
    expect((await eventsOf(view)).filter(({ event }) => event === 'STATUS_DECIDED')).toHaveLength(1);
  });

  it('no reinstatement is scheduled for after a revocation, but a revocation ends a reinstatement', async () => {
    const view = await suspended();
    const reinstatement = await decide(peru, view, 'reinstate', inDays(4));
    const revocation = await decide(peru, view, 'revoke', inDays(2));
    expect(await changeOf(reinstatement.id)).toMatchObject({
      state: 'superseded',
      note: expect.stringContaining('RI-revoke'),
    });
    expect((await eventsOf(view)).at(-1)).toMatchObject({
      ...{ actor: 'supervisor', event: 'STATUS_SUPERSEDED' },
      data: { change: reinstatement.id, action: 'reinstate', decision: { reference: 'RI-reinstate' } },
    });
    expect((await viewOf(view)).pendingChanges.map(({ id }) => id)).toEqual([revocation.id]);
    await expect(decide(peru, view, 'reinstate', inDays(4))).rejects.toMatchObject({
      code: 'STATUS_SCHEDULED',
    });
    ahead = 5 * day;
    await at(view, 'revoked');
    expect(await failed()).toBe(0);
  });

  it('of two officers at once, the second is told of the first', async () => {
    const rosa = createClient({
      baseUrl: peru.url,
      apiKey: await createApiKey(peru.agent.parts.database, 'Rosa', 'supervisor'),
    });
    const pairs: [StatusAction, number, StatusAction, number][] = [
      ['suspend', 2, 'suspend', 4],
      ['revoke', 2, 'suspend', 4],
      ['revoke', 3, 'revoke', 3],
    ];
    for (const [mine, myDays, hers, herDays] of pairs) {
      const view = await issueSample(peru);
      const params = { id: view.id };
      const answers = await Promise.allSettled([
        peru.as('supervisor').changeStatus({ params, body: decision(mine, view, inDays(myDays)) }),
        rosa.changeStatus({ params, body: decision(hers, view, inDays(herDays)) }),
      ]);
      const { pendingChanges } = await viewOf(view);
      expect(pendingChanges).toHaveLength(1);
      const [kept] = pendingChanges;
      const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
      const overtaken = (await eventsOf(view)).filter(({ event }) => event === 'STATUS_SUPERSEDED');
      // A revocation that comes second, for before a suspension, ends that instead of being refused.
      expect(refusals.length + overtaken.length).toBe(1);
      for (const refusal of refusals) {
        expect(refusal).toMatchObject({ code: 'STATUS_SCHEDULED' });
        expect(refusal.message).toContain(`“${kept?.decidedBy}”`);
      }
    }
  });
});

describe('a decision that takes effect at once', () => {
  it('is never refused because of a plan, and ends what it leaves nothing to do for', async () => {
    const view = await issueSample(peru);
    const later = await decide(peru, view, 'suspend', inDays(2));
    const revocation = await decide(peru, view, 'revoke', inDays(4));
    await settled(peru, (await decide(peru, view, 'suspend')).id);
    expect(await changeOf(later.id)).toMatchObject({ state: 'superseded' });
    expect(await changeOf(revocation.id)).toMatchObject({ state: 'scheduled' });
    await settled(peru, (await decide(peru, view, 'revoke')).id);
    expect(await changeOf(revocation.id)).toMatchObject({ state: 'superseded' });
    expect(await viewOf(view)).toMatchObject({ status: 'revoked', pendingChanges: [] });
    const before = await eventsOf(view);
    ahead = 5 * day;
    await suspended();
    expect(await eventsOf(view)).toEqual(before);
    expect(await failed()).toBe(0);
  });

  it('goes by what is due, whether or not the writer has come to it', async () => {
    const view = await issueSample(peru);
    const revocation = await decide(peru, view, 'revoke', inDays(2));
    await peru.agent.parts.writer.stop();
    ahead = 3 * day;
    await expect(decide(peru, view, 'suspend')).rejects.toMatchObject({ code: 'STATUS_REVOKED_IS_FINAL' });
    await peru.restart();
    expect(await settled(peru, revocation.id)).toMatchObject({ state: 'confirmed' });
    await at(view, 'revoked');
  });
});

it('a row of a register ends what it leaves nothing to do for', async () => {
  const header =
    'Número de certificado;Identificación;Razón social;Tipo de certificado;Roles;Fecha de resolución;Vigente desde;Vigente hasta;Estado';
  const load = async (status: string) => {
    const row = `CL-1;76.977.984-1;Empresa S.A.;Seguridad;EX+IM;2024-01-10;2024-01-15;2044-01-14;${status}`;
    const body = new TextEncoder().encode([header, row, ''].join('\r\n'));
    const { id } = await chile.as('supervisor').startImport({ body, query: {} });
    await waitFor(
      () => chile.as('supervisor').getImport({ params: { id } }),
      ({ state }) => state === 'done',
    );
    const { items } = await auditor(chile).listCertificates({ query: { certificateNumber: 'CL-1' } });
    return items[0] as CertificateView;
  };
  const view = await load('Vigente');
  const { id } = await decide(chile, view, 'suspend', inDays(2));
  expect(await load('Suspendido')).toMatchObject({ status: 'suspended' });
  expect(await auditor(chile).getStatusChange({ params: { id } })).toMatchObject({ state: 'superseded' });
});

describe('what agents of before have scheduled', () => {
  it('is ended on its day where it does not fit, and needs nobody to look at it', async () => {
    const view = await issueSample(peru);
    const first = await decide(peru, view, 'suspend', inDays(2));
    const { database } = peru.agent.parts;
    const id = '00000000-0000-4000-8000-000000000001';
    const { sequence: _, ...row } = await database.read.findOneByOrFail(statusChangeTable, { id: first.id });
    const effectiveAt = new Date(Date.parse(row.effectiveAt) + day).toISOString();
    await database.transaction((manager) => manager.insert(statusChangeTable, { ...row, id, effectiveAt }));
    ahead = 5 * day;
    await at(view, 'suspended');
    const ended = await waitFor(
      () => changeOf(id),
      ({ state }) => state !== 'scheduled',
    );
    expect(ended).toMatchObject({ state: 'superseded', note: expect.stringContaining('suspended') });
    expect(await failed()).toBe(0);
  });
});

describe('when the chain is away', () => {
  it('a suspension that comes to it behind the revocation is ended, and needs nobody to look at it', async () => {
    const view = await issueSample(peru);
    const filler = await issueSample(peru);
    const revocation = await decide(peru, view, 'revoke', inDays(2));
    await network.chain.request('evm_setAutomine', [false]);
    let suspension: { id: string };
    try {
      const { id } = await decide(peru, filler, 'suspend');
      await waitFor(
        () => changeOf(id),
        ({ state }) => state === 'sent',
      );
      suspension = await decide(peru, view, 'suspend');
      ahead = 3 * day;
      // Whoever decides lets take effect what is due; the writer waits for its block.
      await decide(peru, await issueSample(peru), 'suspend');
    } finally {
      await network.chain.request('evm_setAutomine', [true]);
      await network.chain.request('evm_mine');
    }
    expect(await settled(peru, revocation.id)).toMatchObject({ state: 'confirmed' });
    const ended = await waitFor(
      () => changeOf(suspension.id),
      ({ state }) => state !== 'queued' && state !== 'sent',
    );
    expect(ended).toMatchObject({ state: 'superseded' });
    expect(await failed()).toBe(0);
    await at(view, 'revoked');
  });

  it('what it lost is written again, also beside a plan and in whatever order it was decided', async () => {
    const planned = await issueSample(peru);
    const ended = await issueSample(peru);
    const snapshot = await network.chain.request('evm_snapshot');
    await decide(peru, planned, 'revoke', inDays(40));
    await settled(peru, (await decide(peru, planned, 'suspend')).id);
    const revocation = await decide(peru, ended, 'revoke', inDays(2));
    await settled(peru, (await decide(peru, ended, 'suspend')).id);
    ahead = 3 * day;
    expect(await settled(peru, revocation.id)).toMatchObject({ state: 'confirmed' });
    await peru.agent.stop();
    await network.chain.request('evm_revert', [snapshot]);
    await peru.restart();
    for (const [view, status] of [
      [planned, 'suspended'],
      [ended, 'revoked'],
    ] as const) {
      await waitFor(
        () => chainStatus(peru.agent, view),
        (found) => found === status,
      );
    }
  });
});
