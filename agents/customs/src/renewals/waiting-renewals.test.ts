import type { WaitingRenewal } from '@eslabon/client/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  call,
  issueSample,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';

let network: TestNetwork;
let agent: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  agent = network.agent('PE');
  await startIssuing(agent);
});

beforeEach(async () => {
  for (const { id: renewalId, certificateId: id } of await waiting()) {
    await agent.as('supervisor').rejectRenewal({ params: { id, renewalId }, body: { note: 'Not now' } });
  }
});

afterAll(() => network.stop());

const changes = { decisionDate: '2026-05-04', validUntil: '2047-01-14' };

const propose = async () => {
  const { id, certificate } = await issueSample(agent);
  const renewal = await agent.as('officer').proposeRenewal({ params: { id }, body: changes });
  return { certificate, renewal };
};

const waiting = async (): Promise<WaitingRenewal[]> =>
  (await agent.as('auditor').listWaitingRenewals({ query: {} })).items;

describe('renewals that wait', () => {
  it('come with what their certificate says now', async () => {
    const { certificate, renewal } = await propose();
    const { certificateNumber, legalName, tin, operatorRoles, validUntil } = certificate;
    expect(await waiting()).toEqual([
      { ...renewal, certificate: { certificateNumber, legalName, tin, operatorRoles, validUntil } },
    ]);
  });

  it('say where there is no end yet', async () => {
    const { id } = await issueSample(agent, { validUntil: undefined });
    const body = { decisionDate: '2026-05-04', operatorRoles: ['EX' as const, 'IM' as const, 'CB' as const] };
    await agent.as('officer').proposeRenewal({ params: { id }, body });
    expect(await waiting()).toMatchObject([{ certificate: { validUntil: null }, changes: body }]);
  });

  it('are gone when they were issued or rejected', async () => {
    const [first, second, third] = [await propose(), await propose(), await propose()];
    const paramsOf = ({ renewal }: typeof first) => ({ id: renewal.certificateId, renewalId: renewal.id });
    await agent.as('supervisor').issueRenewal({ params: paramsOf(first) });
    await agent.as('supervisor').rejectRenewal({ params: paramsOf(second), body: { note: 'Not now' } });
    expect((await waiting()).map(({ id }) => id)).toEqual([third.renewal.id]);
  });

  it('come by pages, newest first, which those that come meanwhile do not shift', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count++) ids.push((await propose()).renewal.id);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await agent.as('officer').listWaitingRenewals({ query: { limit: 2, cursor } });
      expect(items.length).toBe(found.length < 4 ? 2 : 1);
      found.push(...items.map(({ id }) => id));
      cursor = next;
      if (found.length === 2) await propose();
    } while (cursor !== undefined);
    expect(found).toEqual(ids.reverse());
  });

  it('that fill the last page have no next one', async () => {
    await propose();
    await propose();
    const page = await agent.as('officer').listWaitingRenewals({ query: { limit: 2 } });
    expect([page.items.length, page.next]).toEqual([2, undefined]);
  });

  it('are the only ones that can be asked for, by a cursor of the agent', async () => {
    const ask = (query: Record<string, string>) =>
      call(agent.url, 'listWaitingRenewals', { key: agent.keys.auditor, query });
    expect(await ask({ state: 'proposed' })).toMatchObject({ status: 200 });
    expect(await ask({ state: 'issued' })).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
    expect(await ask({ cursor: 'nonsense' })).toMatchObject({ status: 400, code: 'CURSOR_INVALID' });
  });

  it.each([
    ['officer', 200],
    ['supervisor', 200],
    ['auditor', 200],
    ['verifier', 403],
  ] as const)('are for %s: %s', async (role, status) => {
    expect(await call(agent.url, 'listWaitingRenewals', { key: agent.keys[role] })).toMatchObject({ status });
  });
});
