import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { clientOf } from './client-of.js';

/** What the agent was asked last. */
let asked: IncomingMessage | undefined;
let answer: { status: number; body: object };
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked = request;
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  Object.assign(globalThis, { location: { origin: `http://127.0.0.1:${port}` } });
});

beforeEach(() => {
  asked = undefined;
});

afterAll(async () => {
  Reflect.deleteProperty(globalThis, 'location');
  await new Promise((resolve) => server.close(resolve));
});

/** Asks who is calling, and counts how often the access was refused. */
async function ask(status: number, body: object): Promise<number> {
  answer = { status, body };
  let refusals = 0;
  const client = clientOf({ kind: 'key', apiKey: 'esk_1_secret' }, () => {
    refusals += 1;
  });
  await client.getCaller({}).catch(() => undefined);
  return refusals;
}

const problem = (code: string, status: number) => ({ type: 'about:blank', title: 'No', status, code });

describe('clientOf', () => {
  it('asks the agent that the page came from, with the key, past what the browser has kept', async () => {
    expect(await ask(200, {})).toBe(0);
    expect(asked?.headers.authorization).toBe('Bearer esk_1_secret');
    expect(asked?.headers['cache-control']).toBe('no-cache');
  });

  it.each([
    ['AUTHENTICATION_FAILED', 401, 1],
    ['PERMISSION_DENIED', 403, 0],
    ['NOT_FOUND', 404, 0],
    ['UNAVAILABLE', 503, 0],
  ])('%s (%d): the access is refused %d times', async (code, status, refusals) => {
    expect(await ask(status, problem(code, status))).toBe(refusals);
  });
});
