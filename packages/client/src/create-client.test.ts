import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient } from './create-client.js';

const closers: (() => Promise<void>)[] = [];

interface Seen {
  method?: string | undefined;
  url?: string | undefined;
  authorization?: string | undefined;
  contentType?: string | undefined;
  body: string;
}

/** A real server that notes what it is asked and answers as told. */
async function serve(answer: (response: ServerResponse) => void): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method, url, headers } = request;
    seen.push({
      method,
      url,
      authorization: headers.authorization,
      contentType: headers['content-type'],
      body,
    });
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const json =
  (value: unknown, status = 200, type = 'application/json') =>
  (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': type, connection: 'close' }).end(JSON.stringify(value));
  };

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

describe('the client', () => {
  it('fills path and query, leaves out what is undefined, and sends the key as a bearer', async () => {
    const { url, seen } = await serve(json({ items: [] }));
    const client = createClient({ baseUrl: `${url}/below/`, apiKey: 'esk_key' });
    await client.listImportRows({ params: { id: 'a/b' }, query: { only: 'rejected', cursor: undefined } });
    expect(seen).toEqual([
      {
        method: 'GET',
        url: '/below/v1/imports/a%2Fb/rows?only=rejected',
        authorization: 'Bearer esk_key',
        contentType: undefined,
        body: '',
      },
    ]);
  });

  it('sends files as they are', async () => {
    const { url, seen } = await serve(json({}, 202));
    const client = createClient({ baseUrl: url });
    const body = new TextEncoder().encode('a;b\n');
    await expect(client.startImport({ query: { dryRun: 'true' }, body })).rejects.toThrow();
    expect(seen[0]).toMatchObject({ method: 'POST', contentType: 'text/csv', body: 'a;b\n' });
    expect(seen[0]?.authorization).toBeUndefined();
  });

  it('gives files as bytes', async () => {
    const { url } = await serve((response) => void response.end(Buffer.from([1, 2, 255])));
    expect(await createClient({ baseUrl: url }).getLatestBundle({})).toEqual(Uint8Array.of(1, 2, 255));
  });

  it('refuses an answer that the contract does not know', async () => {
    const { url } = await serve(json({ status: 'fine' }));
    await expect(createClient({ baseUrl: url }).getHealth({})).rejects.toThrow(/status/);
  });

  it('throws the error of the agent’s problem, with its code, hints and issues', async () => {
    const problem = {
      type: 'urn:eslabon:problem:INPUT_INVALID',
      title: 'The request is not valid.',
      status: 400,
      code: 'INPUT_INVALID',
      hints: ['Look at it again.'],
      issues: [{ path: 'body.x', message: 'is wrong' }],
    };
    const { url } = await serve(json(problem, 400, 'application/problem+json'));
    await expect(createClient({ baseUrl: url }).getHealth({})).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: problem.title,
      hints: problem.hints,
      details: { status: 400, issues: problem.issues },
    });
  });

  it.each([
    [
      'a code of a later version',
      json({ type: 'x', title: 'New', status: 409, code: 'NEW_CODE' }, 409),
      'INTERNAL',
    ],
    [
      'an error page',
      (response: ServerResponse) => void response.writeHead(502).end('<html>'),
      'UNAVAILABLE',
    ],
    [
      'an answer that breaks off',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
        response.write('{"status":', () => response.destroy());
      },
      'UNAVAILABLE',
    ],
    [
      'the page of a portal on the way',
      (response: ServerResponse) => void response.writeHead(200).end('<html>Sign in to the network</html>'),
      'UNAVAILABLE',
    ],
    [
      'a redirect, which is not followed with the key',
      (response: ServerResponse) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      'UNAVAILABLE',
    ],
  ])('does not stumble over %s', async (_what, answer, code) => {
    const { url } = await serve(answer);
    await expect(createClient({ baseUrl: url, apiKey: 'esk_key' }).getHealth({})).rejects.toMatchObject({
      code,
    });
  });

  it('says so when a file breaks off', async () => {
    const { url } = await serve((response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('part', () => response.destroy());
    });
    await expect(createClient({ baseUrl: url }).getLatestBundle({})).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
  });

  it.each(['esk_1\u200b', 'esk_1\nesk_2', 'esk_–1', 'esk_ñ', 'esk_1 ', ''])(
    'does not take the key %j for an agent that does not answer, and does not send it',
    async (apiKey) => {
      const { url, seen } = await serve(json({}));
      await expect(createClient({ baseUrl: url, apiKey }).getHealth({})).rejects.toMatchObject({
        code: 'AUTHENTICATION_FAILED',
        message: expect.not.stringContaining('esk_'),
      });
      expect(seen).toEqual([]);
    },
  );

  it('does not wait for ever, and says where nobody answers', async () => {
    const { url } = await serve(() => undefined);
    const waiting = createClient({ baseUrl: url, timeoutMs: 50 });
    await expect(waiting.getHealth({})).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      hints: [expect.anything()],
    });
    await expect(createClient({ baseUrl: 'http://127.0.0.1:1' }).getHealth({})).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('http://127.0.0.1:1'),
    });
  });
});
