import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Presentation } from '../contract/index.js';
import { type FollowOptions, followPresentation, type Line } from './follow-presentation.js';

const id = '6d6e7c0e-3c1c-4a4f-9d8e-1c2f6a3b4c5d';
const view = (state: Presentation['state'], more: Partial<Presentation> = {}): Presentation => ({
  id,
  state,
  purpose: { kind: 'counter' },
  createdAt: '2026-11-20T12:00:00.000Z',
  expiresAt: '2026-11-20T12:05:00.000Z',
  refusals: [],
  ...more,
});
const event = (value: unknown) => `event: presentation\ndata: ${JSON.stringify(value)}\n\n`;

type Answer = (response: ServerResponse) => void;

const stream = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
/** Says these states, and then ends the stream as a proxy does that closes what is idle. */
const says =
  (...states: Presentation[]): Answer =>
  (response) => {
    stream(response).end(states.map(event).join(''));
  };

let server: Server | undefined;

/** An agent that gives these answers, one for each connection; the last one again and again. */
async function agent(...answers: Answer[]) {
  const seen: { url: string | undefined; key: string | undefined; accept: string | undefined }[] = [];
  server = createServer((request, response) => {
    const { authorization, accept } = request.headers;
    seen.push({ url: request.url, key: authorization, accept });
    answers[Math.min(seen.length, answers.length) - 1]?.(response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server === undefined ? resolve(0) : server.close(resolve)));
  server = undefined;
});

/** Follows to the end; waits are noted and not waited for. */
async function follow(baseUrl: string, options: FollowOptions = {}) {
  const lines: Line['state'][] = [];
  const waits: number[] = [];
  const states: string[] = [];
  const follower = followPresentation({ baseUrl, apiKey: 'esk_key' }, id, {
    onLine: ({ state }) => lines.push(state),
    pause: async (ms) => void waits.push(ms),
    ...options,
  });
  for await (const { state, refusals } of follower) states.push(`${state}${refusals.length || ''}`);
  return { states, lines, waits };
}

describe('followPresentation', () => {
  it('yields every change until the final one, asking once and with the key in the header', async () => {
    const { url, seen } = await agent(says(view('open'), view('fetched'), view('answered'), view('open')));
    expect(await follow(url)).toEqual({
      states: ['open', 'fetched', 'answered'],
      lines: ['open'],
      waits: [],
    });
    expect(seen).toEqual([
      { url: `/v1/presentations/${id}/events`, key: 'Bearer esk_key', accept: 'text/event-stream' },
    ]);
  });

  it.each(['answered', 'declined', 'expired'] as const)('is over when it was %s', async (state) => {
    const { url, seen } = await agent(says(view(state)));
    expect((await follow(url)).states).toEqual([state]);
    expect(seen).toHaveLength(1);
  });

  it('goes on after a line that broke in the middle of an event, and repeats nothing', async () => {
    const breaks: Answer = (response) => {
      stream(response).write(`${event(view('open'))}event: presentation\ndata: {"id`);
      setTimeout(() => response.destroy(), 30);
    };
    const refused = view('fetched', {
      refusals: [{ at: '2026-11-20T12:01:00.000Z', code: 'invalid_request', detail: 'no' }],
    });
    const { url, seen } = await agent(
      breaks,
      says(view('open'), view('fetched')),
      says(view('fetched'), refused, view('declined')),
    );
    const { states, lines } = await follow(url);
    expect(states).toEqual(['open', 'fetched', 'fetched1', 'declined']);
    expect(lines).toEqual(['open', 'broken', 'open', 'broken', 'open']);
    expect(seen).toHaveLength(3);
  });

  it('waits longer after each failure, and begins anew when there was news', async () => {
    const { url } = await agent(
      (response) => response.destroy(),
      (response) => response.destroy(),
      (response) => response.writeHead(503).end('busy'),
      says(view('open')),
      says(view('open')),
      says(view('answered')),
    );
    const { states, waits } = await follow(url);
    expect(states).toEqual(['open', 'answered']);
    const [first, second, third, fourth, fifth] = waits as [number, number, number, number, number];
    for (const [wait, full] of [
      [first, 500],
      [second, 1000],
      [third, 2000],
      [fourth, 500],
      [fifth, 1000],
    ] as const) {
      expect(wait).toBeGreaterThanOrEqual(full / 2);
      expect(wait).toBeLessThanOrEqual(full);
    }
  });

  it('waits as long as an agent says that has too much to do', async () => {
    const { url } = await agent(
      (response) => response.writeHead(429, { 'retry-after': '7' }).end(),
      says(view('expired')),
    );
    expect((await follow(url)).waits).toEqual([7000]);
  });

  it.each([
    [404, 'NOT_FOUND'],
    [401, 'AUTHENTICATION_FAILED'],
    [403, 'PERMISSION_DENIED'],
  ])('does not ask again after %d', async (status, code) => {
    const problem = { type: 'about:blank', title: code, status, detail: 'no', code };
    const { url, seen } = await agent((response) =>
      response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem)),
    );
    await expect(follow(url)).rejects.toMatchObject({ code });
    expect(seen).toHaveLength(1);
  });

  it('takes the page of a portal on the way for a broken line', async () => {
    const { url } = await agent(
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Log in</h1>'),
      says(view('answered')),
    );
    expect(await follow(url)).toMatchObject({ states: ['answered'], lines: ['broken', 'open'] });
  });

  it('takes silence for a broken line, but not a comment now and then', async () => {
    const comments: Answer = (response) => {
      stream(response).write(event(view('open')));
      const beat = setInterval(() => response.write(': here\n\n'), 50);
      setTimeout(() => {
        clearInterval(beat);
        response.write(event(view('fetched')));
        // And now nothing any more, with the connection open.
      }, 1500);
      response.on('close', () => clearInterval(beat));
    };
    const { url, seen } = await agent(comments, says(view('answered')));
    expect(await follow(url, { silenceMs: 1000 })).toMatchObject({
      states: ['open', 'fetched', 'answered'],
      lines: ['open', 'broken', 'open'],
    });
    expect(seen).toHaveLength(2);
  });

  it('ends without an error when told, whether it listens or waits', async () => {
    const hanging = await agent((response) => void stream(response).write(event(view('open'))));
    const stop = new AbortController();
    const follower = followPresentation({ baseUrl: hanging.url }, id, { signal: stop.signal });
    expect((await follower.next()).value).toMatchObject({ state: 'open' });
    const next = follower.next();
    stop.abort();
    expect(await next).toEqual({ done: true, value: undefined });

    const later = new AbortController();
    const absent = followPresentation({ baseUrl: 'http://127.0.0.1:9' }, id, {
      signal: later.signal,
      onLine: () => setTimeout(() => later.abort(), 10),
    });
    expect(await absent.next()).toEqual({ done: true, value: undefined });
  });

  it('closes the connection when nobody wants to know any more', async () => {
    let closed: () => void;
    const gone = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const { url } = await agent((response) => {
      response.on('close', () => closed());
      stream(response).write(event(view('open')));
    });
    for await (const _ of followPresentation({ baseUrl: url }, id)) break;
    await gone;
  });

  it.each([
    ['is no JSON', 'event: presentation\ndata: {\n\n'],
    ['is no presentation', event({ ...view('open'), state: 'maybe' })],
    ['never ends', `event: presentation\ndata: ${'x'.repeat(1_100_000)}`],
  ])('refuses an agent whose event %s', async (_, text) => {
    const { url, seen } = await agent((response) => void stream(response).end(text));
    await expect(follow(url)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(seen).toHaveLength(1);
  });

  it('passes over events of other kinds', async () => {
    const { url } = await agent((response) =>
      stream(response).end(`event: news\ndata: {}\n\ndata: {}\n\n${event(view('answered'))}`),
    );
    expect((await follow(url)).states).toEqual(['answered']);
  });
});
