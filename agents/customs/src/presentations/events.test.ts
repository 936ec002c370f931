import type { Presentation } from '@eslabon/client/contract';
import { presentationSchema } from '@eslabon/client/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerWith,
  askSample,
  bindSdJwt,
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

let network: TestNetwork;
let peru: TestAgent;
let mexico: TestAgent;
let held: HeldCertificate;
/** Tests shift the clock of the agents, and put it back. */
let shift = 0;

beforeAll(async () => {
  const clock = () => new Date(Date.now() + shift);
  network = await startTestNetwork({ countries: ['PE', 'MX'], clock });
  [peru, mexico] = [network.agent('PE'), network.agent('MX')];
  await recognise([peru.agent, mexico.agent]);
  await startIssuing(peru);
  await startPresenting(mexico, { maxListeners: 3 });
  held = await holdSample(peru);
});

afterAll(() => network.stop());

const open = (id: string, key: string, signal?: AbortSignal) =>
  fetch(`${mexico.url}/v1/presentations/${id}/events`, {
    headers: { authorization: `Bearer ${key}` },
    ...(signal && { signal }),
  });

/** The events of a stream, as they come. */
async function* eventsOf(response: Response): AsyncGenerator<Presentation> {
  let text = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += new TextDecoder().decode(chunk);
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [event, data = ''] = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      if (event?.startsWith(':')) continue;
      expect(event).toBe('event: presentation');
      const presentation = JSON.parse(data.replace('data: ', ''));
      expect(presentationSchema.parse(presentation)).toEqual(presentation);
      yield presentation;
    }
  }
}

describe('server-sent events', () => {
  it('tell every change, and end after the final state', async () => {
    const session = await askSample(mexico);
    const response = await open(session.id, mexico.keys.verifier);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const events = eventsOf(response);
    const next = async () => (await events.next()).value as Presentation;
    expect(await next()).toMatchObject({ id: session.id, state: 'open' });
    const request = await fetchRequestObject(session);
    expect(await next()).toMatchObject({ state: 'fetched' });
    await postAnswer(request, 'garbage');
    expect(await next()).toMatchObject({ state: 'fetched', refusals: [{}] });
    const bound = await bindSdJwt(held.credential, held.key, request);
    expect((await answerWith(request, { certificate: [bound] })).status).toBe(200);
    expect(await next()).toMatchObject({ state: 'answered', verdict: { verdict: 'RECOGNISED' } });
    expect(await events.next()).toMatchObject({ done: true });
  });

  it('of a request that has ended: once, and end', async () => {
    const session = await askSample(mexico);
    const request = await fetchRequestObject(session);
    await postAnswer(request, { error: 'access_denied', state: request.claims.state });
    const told: string[] = [];
    for await (const { state } of eventsOf(await open(session.id, mexico.keys.verifier))) told.push(state);
    expect(told).toEqual(['declined']);
  });

  it('tell when a request expires, without anybody doing anything', async () => {
    const session = await askSample(mexico);
    shift = Date.parse(session.expiresAt) - Date.now() - 300;
    try {
      const told: string[] = [];
      for await (const { state } of eventsOf(await open(session.id, mexico.keys.verifier))) told.push(state);
      expect(told).toEqual(['open', 'expired']);
    } finally {
      shift = 0;
    }
  });

  it('are for whoever may see the request', async () => {
    const { id } = await askSample(mexico, {}, 'officer');
    const status = async (key: string) => {
      const aborter = new AbortController();
      const { status: answered } = await open(id, key, aborter.signal);
      aborter.abort();
      return answered;
    };
    expect(await status(mexico.keys.auditor)).toBe(200);
    expect(await status(mexico.keys.verifier)).toBe(404);
    expect(await status(mexico.keys.machine)).toBe(403);
    expect(await status('esk_wrong')).toBe(401);
    const inAddress = await fetch(`${mexico.url}/v1/presentations/${id}/events?key=${mexico.keys.officer}`);
    expect(inAddress.status).toBe(401);
  });

  it('are limited in number; who leaves makes place, and a stopping agent ends them', async () => {
    const { id } = await askSample(mexico);
    const aborters = Array.from({ length: 3 }, () => new AbortController());
    const responses = await Promise.all(aborters.map(({ signal }) => open(id, mexico.keys.verifier, signal)));
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    const refused = await open(id, mexico.keys.verifier);
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ code: 'UNAVAILABLE' });
    aborters[0]?.abort();
    let fourth = await open(id, mexico.keys.verifier);
    while (fourth.status === 503) fourth = await open(id, mexico.keys.verifier);
    expect(fourth.status).toBe(200);
    const events = eventsOf(fourth);
    expect((await events.next()).done).toBe(false);
    await mexico.stop();
    expect((await events.next()).done).toBe(true);
    await startPresenting(mexico);
  });
});
