import { request as sendHttp } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestNetwork, type TestNetwork } from '../../testing/index.js';

const nobody = '00000000-0000-4000-8000-000000000000';

let network: TestNetwork;
let url: string;
let key: string;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  url = network.agent('PE').url;
  key = network.agent('PE').keys.supervisor;
});

afterAll(() => network.stop());

describe('what is no request of the contract', () => {
  it.each(['/', '/v1', '/v2/certificates', '/v1/certificates/x/y/z', '/.env', '/admin', '/docs/../v1/x'])(
    'answers 404 at %s',
    async (path) => {
      const response = await fetch(`${url}${path}`);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(await response.json()).toMatchObject({ code: 'NOT_FOUND', status: 404 });
    },
  );

  it.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'LOCK', 'HEAD', 'OPTIONS', 'QUERY'])(
    'does not fail on %s',
    async (method) => {
      for (const path of [
        '/v1/certificates',
        '/v1/health',
        `/v1/certificates/${nobody}/issue`,
        '/docs',
        '/x',
      ]) {
        expect(await statusOf(method, path, { authorization: `Bearer ${key}` })).toBeLessThan(500);
      }
    },
  );

  it('does not fail on huge or odd headers', async () => {
    expect(await statusOf('GET', '/v1/health', { 'x-large': 'x'.repeat(60_000) })).toBe(431);
    expect(await statusOf('GET', '/v1/certificates', { authorization: 'x'.repeat(15_000) })).toBe(401);
    const many = Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`h${i}`, '1']));
    expect(await statusOf('GET', '/v1/health', many)).toBeLessThan(500);
    expect(await statusOf('GET', '/v1/health', { host: 'evil.example:99999', range: 'bytes=9-1' })).toBe(200);
  });

  it('does not fail on paths that cannot be decoded', async () => {
    for (const path of [
      '/v1/certificates/%E0%A4%A',
      '/%',
      `/v1/certificates/${'a'.repeat(9000)}`,
      '//',
      '/v1//x',
    ]) {
      expect(await statusOf('GET', path, { authorization: `Bearer ${key}` })).toBeLessThan(500);
    }
  });

  it('does not fail on what is not HTTP', async () => {
    for (const noise of [
      'nonsense\r\n\r\n',
      '\u0016\u0003\u0001',
      'GET / HTTP/9.9\r\n\r\n',
      'POST /v1/x HTTP/1.1\r\n\r\n',
    ]) {
      expect(await sendNoise(noise)).toMatch(/^HTTP\/1\.1 4\d\d/);
    }
    expect(await statusOf('GET', '/v1/health', {})).toBe(200);
  });
});

function statusOf(method: string, path: string, headers: Record<string, string>): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = sendHttp({ hostname, port, method, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.once('error', reject);
    outgoing.end();
  });
}

function sendNoise(noise: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.end(noise, 'latin1'));
    socket.on('data', (data: Buffer) => {
      answer += data.toString('latin1');
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(answer));
  });
}
