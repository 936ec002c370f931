import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { In } from 'typeorm';
import {
  answerWith,
  askSample,
  bindSdJwt,
  expectRefused,
  fetchRequestObject,
  type HeldCertificate,
  holdSample,
  postAnswer,
  recognise,
  startIssuing,
  startPresenting,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';
import { createPresentations, type Presentations } from './create-presentations.js';
import { presentationTable } from './presentation-table.js';
import { fetchRequest } from './requests/fetch-request.js';
import { finish } from './responses/keep-answer.js';
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

  it('that expire while an answer is looked at stay so: whoever asked was told it', async () => {
    const { id } = await ask();
    const { expiresAt } = await read(id);
    const ended = { id, expiresAt };
    const at = (ms: number) => {
      const clock = () => new Date(Date.parse(expiresAt) + ms);
      return createPresentations({ ...mexico.agent.parts, clock }) as Presentations;
    };
    const late = { code: 'PRESENTATION_REFUSED', details: { code: 'ANSWER_LATE' } };
    await expect(finish(at(0), ended, { state: 'declined' })).rejects.toMatchObject(late);
    expect((await read(id)).state).toBe('fetched');
    await finish(at(-1), ended, { state: 'declined' });
    expect((await read(id)).state).toBe('declined');
    const repeated = { code: 'PRESENTATION_REFUSED', details: { code: 'ANSWER_REPEATED' } };
    await expect(finish(at(-1), ended, { state: 'declined' })).rejects.toMatchObject(repeated);
  });

  it('stay answered when another wallet fetched the request before, and that is noted late', async () => {
    const session = await askSample(mexico);
    const { parts } = mexico.agent;
    const events = new EventEmitter();
    const database: typeof parts.database = {
      ...parts.database,
      transaction: async (work) => {
        events.emit('noting');
        await once(events, 'answered');
        return parts.database.transaction(work);
      },
    };
    const slow = createPresentations({ ...parts, database }) as Presentations;
    const reference = session.requestUri.split('/').at(-1) as string;
    const noting = once(events, 'noting');
    const fetching = fetchRequest(slow, reference, undefined);
    await noting;
    const request = await fetchRequestObject(session);
    const bound = await bindSdJwt(held.credential, held.key, request);
    expect((await answerWith(request, { certificate: [bound] })).status).toBe(200);
    events.emit('answered');
    await fetching;
    expect((await read(session.id)).state).toBe('answered');
  });

  it('are swept: a day after they expired, answered ones when they need not be kept any longer', async () => {
    const answered = await ask();
    expect((await answerWith(answered.request, { certificate: [answered.bound] })).status).toBe(200);
    const expired = await ask();
    const declined = await ask();
    const { state } = declined.request.claims;
    expect((await postAnswer(declined.request, { error: 'access_denied', state })).status).toBe(200);
    const { database } = mexico.agent.parts;
    const rows = async () => {
      const ids = [answered.id, expired.id, declined.id];
      const kept = await database.read.findBy(presentationTable, { id: In(ids) });
      return Object.fromEntries(kept.map(({ id, encryptionKey }) => [id, encryptionKey !== null]));
    };
    const sweepIn = (ms: number, settings?: { keepDays: number }) =>
      sweepPresentations({ database, clock: () => new Date(Date.now() + ms), settings });
    const keepDays = 30;
    await sweepIn(0, { keepDays });
    expect(await rows()).toEqual({ [answered.id]: false, [expired.id]: true, [declined.id]: false });
    await sweepIn(11 * 60_000, { keepDays });
    expect(await rows()).toEqual({ [answered.id]: false, [expired.id]: false, [declined.id]: false });
    await sweepIn(day + 11 * 60_000, { keepDays });
    expect(await rows()).toEqual({ [answered.id]: false });
    // By an agent that asks no longer, and so has no word on it.
    await sweepIn(999 * day);
    expect(await rows()).toEqual({ [answered.id]: false });
    await sweepIn(30 * day + 11 * 60_000, { keepDays });
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
