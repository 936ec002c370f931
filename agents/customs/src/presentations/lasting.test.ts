import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerWith,
  askSample,
  bindSdJwt,
  expectRefused,
  fetchRequestObject,
  type HeldCertificate,
  holdSample,
  recognise,
  startIssuing,
  startPresenting,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';
import { presentationTable } from './presentation-table.js';
import { sweepPresentations } from './sweep-presentations.js';

let network: TestNetwork;
let peru: TestAgent;
let mexico: TestAgent;
let held: HeldCertificate;

const day = 86_400_000;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], lasting: true });
  [peru, mexico] = [network.agent('PE'), network.agent('MX')];
  await recognise([peru.agent, mexico.agent]);
  await startIssuing(peru);
  await startPresenting(mexico, { keepDays: 30 });
  held = await holdSample(peru);
});

afterAll(() => network.stop());

async function ask() {
  const session = await askSample(mexico);
  const request = await fetchRequestObject(session);
  return { id: session.id, request, bound: await bindSdJwt(held.credential, held.key, request) };
}

const read = (id: string) => mexico.as('verifier').getPresentation({ params: { id } });

describe('requests in the database', () => {
  it('outlive a restart: what was asked before is answered after it, once', async () => {
    const { id, request, bound } = await ask();
    const { config } = mexico.agent.parts;
    await mexico.restart({ ...config });
    expect((await answerWith(request, { certificate: [bound] })).status).toBe(200);
    await mexico.restart({ ...config });
    expectRefused(await answerWith(request, { certificate: [bound] }), 'invalid_request');
    expect(await read(id)).toMatchObject({ state: 'answered', verdict: { verdict: 'RECOGNISED' } });
  });

  it('are swept: a day after they expired, answered ones when they need not be kept any longer', async () => {
    const answered = await ask();
    expect((await answerWith(answered.request, { certificate: [answered.bound] })).status).toBe(200);
    const expired = await ask();
    const { database } = mexico.agent.parts;
    const rows = async () => {
      const kept = await database.read.findBy(presentationTable, [{ id: answered.id }, { id: expired.id }]);
      return Object.fromEntries(kept.map(({ id, encryptionKey }) => [id, encryptionKey !== null]));
    };
    const sweepIn = (ms: number) =>
      sweepPresentations({
        ...{ database, clock: () => new Date(Date.now() + ms) },
        settings: { sessionMinutes: 10, keepDays: 30, maxListeners: 1 },
      });
    await sweepIn(0);
    expect(await rows()).toEqual({ [answered.id]: false, [expired.id]: true });
    await sweepIn(11 * 60_000);
    expect(await rows()).toEqual({ [answered.id]: false, [expired.id]: false });
    await sweepIn(day + 11 * 60_000);
    expect(await rows()).toEqual({ [answered.id]: false });
    await sweepIn(30 * day + 11 * 60_000);
    expect(await rows()).toEqual({});
  });

  it('keep what a verdict can be made again from: what was presented, each check, and as of which block', async () => {
    const { id, request, bound } = await ask();
    expect((await answerWith(request, { certificate: [bound] })).status).toBe(200);
    const row = await mexico.agent.parts.database.read.findOneByOrFail(presentationTable, { id });
    expect(row).toMatchObject({
      presented: { certificate: [bound] },
      nonce: request.claims.nonce,
      clientId: request.claims.client_id,
      createdByName: 'verifier',
      verdict: { asOf: { blockNumber: expect.any(Number), blockHash: expect.stringMatching(/^0x/) } },
    });
    expect(row.verdict?.checks.length).toBeGreaterThan(9);
  });
});

describe('an outage', () => {
  it('is UNDETERMINED and never invalid; a forgery is refused also then', async () => {
    await network.stopChain();
    await startPresenting(mexico);
    const { id, request, bound } = await ask();
    const forged = await bindSdJwt(held.credential, held.key, request, { claims: { nonce: 'other' } });
    expectRefused(await answerWith(request, { certificate: [forged] }), 'invalid_request');
    expect((await answerWith(request, { certificate: [bound] })).status).toBe(200);
    const { state, verdict } = await read(id);
    expect({ state, verdict: verdict?.verdict }).toEqual({ state: 'answered', verdict: 'UNDETERMINED' });
    expect(verdict?.checks.find(({ id: check }) => check === 'bundle')).toMatchObject({ outcome: 'unknown' });
    await network.startChain();
  });
});
