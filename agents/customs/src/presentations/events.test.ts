import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Presentation } from '@eslabon/client/contract';
import { presentationSchema } from '@eslabon/client/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import type { Caller } from '../platform/http/caller.js';
import { roles } from '../platform/http/roles.js';
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
  waitFor,
} from '../testing/index.js';
import { createPresentations } from './create-presentations.js';
import { mountEvents } from './events/mount-events.js';
import { findPresentation } from './find-presentation.js';

let network: TestNetwork;
let peru: TestAgent;
let mexico: TestAgent;
let held: HeldCertificate;
/** Where the clock of the agents stands still; it goes on while this is undefined. */
let stopped: number | undefined;

beforeAll(async () => {
  const clock = () => new Date(stopped ?? Date.now());
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
    const end = Date.parse(session.expiresAt);
    stopped = end - 1;
    try {
      const told = new Set<string>();
      // While the clock stands still before the end, that it is open is told again and again.
      for await (const { state } of eventsOf(await open(session.id, mexico.keys.verifier))) {
        told.add(state);
        stopped = end;
      }
      expect([...told]).toEqual(['open', 'expired']);
    } finally {
      stopped = undefined;
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

  it('take no place for whoever left before they began', async () => {
    const { parts } = mexico.agent;
    const settings = { ...parts.config.presentations, maxListeners: 1 } as NonNullable<
      typeof parts.config.presentations
    >;
    const asked = createPresentations({ ...parts, config: { ...parts.config, presentations: settings } });
    const { id } = await askSample(mexico);
    const caller: Caller = { id: 'a', name: 'a', role: 'auditor', scopes: roles.auditor };
    const app = express();
    let leave: (() => void) | undefined;
    let heard: Promise<unknown> | undefined;
    mountEvents(app, asked, async ({ socket }) => {
      if (leave !== undefined) {
        heard = once(socket, 'close');
        leave();
        await heard;
      }
      return caller;
    });
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/presentations/${id}/events`;
    try {
      const gone = new AbortController();
      leave = () => gone.abort();
      await expect(fetch(url, { signal: gone.signal })).rejects.toThrow();
      leave = undefined;
      await heard;
      // What the agent looks up for whoever left is looked up before these.
      for (let at = 0; at < 3; at++) await findPresentation(parts, id, caller);
      const aborter = new AbortController();
      const { status } = await fetch(url, { signal: aborter.signal });
      aborter.abort();
      expect(status).toBe(200);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('are limited in number; who leaves makes place, and a stopping agent ends them', async () => {
    const { id } = await askSample(mexico);
    // The agent learns a little later that somebody has left.
    const taken = (signal?: AbortSignal) =>
      waitFor(
        async () => {
          const response = await open(id, mexico.keys.verifier, signal);
          if (response.status !== 200) await response.body?.cancel();
          return response;
        },
        ({ status }) => status === 200,
      );
    const aborters = Array.from({ length: 3 }, () => new AbortController());
    for (const { signal } of aborters) await taken(signal);
    const refused = await open(id, mexico.keys.verifier);
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ code: 'UNAVAILABLE' });
    aborters[0]?.abort();
    const fourth = await taken();
    const events = eventsOf(fourth);
    expect((await events.next()).done).toBe(false);
    await mexico.stop();
    expect((await events.next()).done).toBe(true);
    await startPresenting(mexico);
  });
});
