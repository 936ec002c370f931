import { get } from 'node:https';
import { problemSchema } from '@eslabon/client/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startWorld, type World } from './world.js';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.server.stop());

const ask = (ca: string | undefined) =>
  new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const request = get(
      `${world.server.url}/issuers/vc-jwt`,
      { ...(ca && { ca }), agent: false },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode, body }));
      },
    );
    request.on('error', reject);
  });

describe('the conformance server', () => {
  it('answers over https under its base URL, with a certificate that is its own', async () => {
    expect(world.server.url).toMatch(/^https:\/\/localhost:\d+$/);
    const { status, body } = await ask(world.server.certificate);
    expect([status, JSON.parse(body)]).toEqual([200, { id: await world.issuerOf('vc-jwt') }]);
    await expect(ask(undefined)).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  });

  it('goes on after a caller who does not speak TLS', async () => {
    await expect(fetch(world.server.url.replace('https', 'http'))).rejects.toThrow();
    expect(await ask(world.server.certificate)).toMatchObject({ status: 200 });
  });
});

it.each<[number, string, RequestInit]>([
  [
    400,
    '/credentials/verify',
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' },
  ],
  [
    400,
    '/credentials/verify',
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' },
  ],
  [401, '/v1/certificates', {}],
  [404, '/issuers/none', {}],
  [404, '/nowhere', {}],
  [406, '/status-lists/0/token', { headers: { accept: 'text/html' } }],
  [
    413,
    '/credentials/verify',
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: `"${'x'.repeat(1 << 20)}"` },
  ],
  [415, '/credentials/verify', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }],
])(
  '“What independent W3C test suites and peers call. Error bodies are RFC 9457 problem+json everywhere; the status codes below are part of the contract.” %d %s',
  async (status, path, init) => {
    const response = await fetch(`${world.server.localUrl}${path}`, init);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    const problem = await response.json();
    expect(problemSchema.parse(problem)).toEqual(problem);
  },
);
