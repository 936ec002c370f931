import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerWith,
  askSample,
  bindSdJwt,
  encryptAnswer,
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
import { presentationTable } from './presentation-table.js';

let network: TestNetwork;
let mexico: TestAgent;
let held: HeldCertificate;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], config: { requestsPerMinute: 100_000 } });
  const peru = network.agent('PE');
  mexico = network.agent('MX');
  await recognise([peru.agent, mexico.agent]);
  await startIssuing(peru);
  await startPresenting(mexico);
  held = await holdSample(peru);
});

afterAll(() => network.stop());

async function ask() {
  const session = await askSample(mexico);
  const request = await fetchRequestObject(session);
  const { database } = mexico.agent.parts;
  return {
    request,
    right: { certificate: [await bindSdJwt(held.credential, held.key, request)] },
    state: request.claims.state,
    read: () => mexico.as('verifier').getPresentation({ params: { id: session.id } }),
    row: () => database.read.findOneByOrFail(presentationTable, { id: session.id }),
  };
}

describe('an encrypted answer', () => {
  it('that cannot be opened is noted as such, and changes neither the request nor its key', async () => {
    const { request, right, state, read, row } = await ask();
    const { request: other } = await ask();
    const before = await row();
    const answer = JSON.stringify({ vp_token: right, state });
    const [header, key, iv, text] = (await encryptAnswer(request, answer)).split('.');
    const wrong = [
      await encryptAnswer(other, answer),
      [header, key, iv, text, 'A'.repeat(22)].join('.'),
      [header, key, iv, text].join('.'),
      await encryptAnswer(request, answer, { enc: 'A256CBC-HS512' }),
      'x',
    ];
    for (const response of wrong) {
      expectRefused(await postAnswer(request, { response }), 'invalid_request');
    }
    const { state: now, refusals } = await read();
    expect(now).toBe('fetched');
    expect(refusals.map(({ code }) => code)).toEqual(wrong.map(() => 'ANSWER_NOT_DECRYPTABLE'));
    expect(await row()).toMatchObject({
      encryptionKey: before.encryptionKey,
      presented: null,
      answeredAt: null,
    });
  });

  it('of two at once one is taken, and then there is no key', async () => {
    const { request, right, read, row } = await ask();
    const answers = await Promise.all([answerWith(request, right), answerWith(request, right)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    const view = await read();
    expect(view).toMatchObject({ state: 'answered', verdict: { verdict: 'RECOGNISED' } });
    expect(view.refusals).toMatchObject([{ code: 'ANSWER_REPEATED' }]);
    expect(await row()).toMatchObject({ encryptionKey: null, presented: right });
    expectRefused(await answerWith(request, right), 'invalid_request');
    expect((await read()).refusals.at(-1)).toMatchObject({ code: 'ANSWER_REPEATED' });
  });

  it('that comes after the end pushes out nothing of what was refused before it', async () => {
    const { request, right, read } = await ask();
    expectRefused(await postAnswer(request, 'garbage'), 'invalid_request');
    expect((await answerWith(request, right)).status).toBe(200);
    for (let at = 0; at < 25; at++) expectRefused(await postAnswer(request, 'more'), 'invalid_request');
    const codes = (await read()).refusals.map(({ code }) => code);
    expect(codes).toEqual(['ANSWER_OF_ANOTHER_SESSION', ...Array(19).fill('ANSWER_REPEATED')]);
  });

  it('that declines ends the request with its key, and leaves nothing behind', async () => {
    const { request, state, row } = await ask();
    const response = await encryptAnswer(request, JSON.stringify({ error: 'access_denied', state }));
    const { status, headers } = await fetch(request.claims.response_uri, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `${new URLSearchParams({ response })}`,
    });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const nothing = { presented: null, verdict: null, disclosed: null, delegate: null };
    expect(await row()).toMatchObject({ state: 'declined', encryptionKey: null, ...nothing });
  });
});
