import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boundedFetch } from './bounded-fetch.js';
import { requireAddress } from './require-address.js';

let base: string;
const seen: string[] = [];
const server = createServer((request, response) => {
  seen.push(`${request.method} ${request.url}`);
  if (request.url === '/redirect') return void response.writeHead(302, { location: `${base}/ok` }).end();
  if (request.url === '/large') return void response.end('x'.repeat(2_000));
  if (request.url === '/drip') return void response.write('x');
  if (request.url === '/silent') return;
  if (request.url === '/empty') return void response.writeHead(204).end();
  if (request.url === '/no') return void response.writeHead(404, { etag: '"a"' }).end('{"error":"x"}');
  if (request.url === '/down') return void response.writeHead(503).end('{"error":"invalid_grant"}');
  response.end('ok');
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (path: string) => boundedFetch(fetch, { maxBytes: 1_000, patienceMs: 300 })(`${base}${path}`);

describe('fetching from strangers', () => {
  it('gives the answer whole, also a refusal', async () => {
    expect(await (await ask('/ok')).text()).toBe('ok');
    expect((await ask('/empty')).status).toBe(204);
    const refused = await ask('/no');
    expect(refused.headers.get('etag')).toBe('"a"');
    expect([refused.status, await refused.json()]).toEqual([404, { error: 'x' }]);
  });

  it('takes what a server says that is out of order for no answer', async () => {
    await expect(ask('/down')).rejects.toMatchObject({
      code: 'OUT_OF_ORDER',
      message: expect.stringContaining('503'),
    });
  });

  it('follows no redirect', async () => {
    seen.length = 0;
    await expect(ask('/redirect')).rejects.toMatchObject({ code: 'UNREACHABLE' });
    expect(seen).toEqual(['GET /redirect']);
  });

  it('reads no more than it expects, and waits no longer', async () => {
    await expect(ask('/large')).rejects.toMatchObject({ code: 'ANSWER_TOO_LARGE' });
    await expect(ask('/silent')).rejects.toMatchObject({ code: 'UNREACHABLE' });
    await expect(ask('/drip')).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });

  it('goes to https, and to http on the machine itself only', async () => {
    for (const url of ['https://a.example/x', 'http://localhost:1', 'http://127.0.0.1/', 'http://[::1]:8/']) {
      expect(requireAddress(url).href).toContain('://');
    }
    for (const url of [
      ...['http://a.example/', 'http://127.0.0.1.example/', 'http://localhost.example/', 'ftp://a.example/'],
      ...[
        'file:///etc/passwd',
        'javascript:alert(1)',
        'https://user:word@a.example/',
        'https://user@a.example/',
        '//a.example',
        '',
      ],
    ]) {
      expect(() => requireAddress(url)).toThrow(expect.objectContaining({ code: 'ADDRESS_REFUSED' }));
    }
  });
});
