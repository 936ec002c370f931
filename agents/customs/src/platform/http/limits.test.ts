import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call, startTestNetwork, type TestNetwork } from '../../testing/index.js';

let network: TestNetwork;
let url: string;
let key: string;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  url = network.agent('PE').url;
  key = network.agent('PE').keys.auditor;
});

afterAll(() => network.stop());

const list = (apiKey: string) => call(url, 'listCertificates', { key: apiKey });

describe('limits', () => {
  it('lets many requests with a good key through at once', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => list(key)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('holds up an address that tries keys, and only where a key is needed', async () => {
    for (let tries = 0; tries < 30; tries++) {
      expect(await list(`esk_000000000000_${'A'.repeat(43)}`)).toMatchObject({ status: 401 });
    }
    const held = await list(`esk_000000000000_${'B'.repeat(43)}`);
    expect(held).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0);
    // Whether a key is right is not told any more either.
    expect(await list(key)).toMatchObject({ status: 429 });
    expect(await call(url, 'getHealth')).toMatchObject({ status: 200 });
  });

  it('hold up callers and not the proxy that they came by, where it is trusted', async () => {
    const mexico = network.agent('MX');
    await mexico.restart({ failedKeysPerMinute: 2, trustedProxies: 1 });
    const ask = async (apiKey: string, caller: string) => {
      const headers = { 'x-forwarded-for': caller };
      return (await call(mexico.url, 'listCertificates', { key: apiKey, headers })).status;
    };
    const wrong = `esk_000000000000_${'A'.repeat(43)}`;
    for (let tries = 0; tries < 2; tries++) expect(await ask(wrong, '203.0.113.7')).toBe(401);
    expect(await ask(mexico.keys.auditor, '203.0.113.7')).toBe(429);
    expect(await ask(mexico.keys.auditor, '203.0.113.8')).toBe(200);
    // Only the proxy's word counts, which comes last.
    expect(await ask(mexico.keys.auditor, '203.0.113.8, 203.0.113.7')).toBe(429);
  });

  it('believes nobody about the address where no proxy is configured', async () => {
    const ask = async (caller: string) => {
      const headers = { 'x-forwarded-for': caller };
      return (await call(url, 'listCertificates', { key, headers })).status;
    };
    // Held up above, by its own address.
    expect(await ask('203.0.113.9')).toBe(429);
  });

  it('limits requests of any kind', async () => {
    const mexico = network.agent('MX');
    await mexico.restart({ requestsPerMinute: 20 });
    for (let sent = 0; sent < 20; sent++)
      expect(await call(mexico.url, 'getHealth')).toMatchObject({ status: 200 });
    const refused = await call(mexico.url, 'getHealth');
    expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    // A wallet of another origin could not read it otherwise, and would say that the network is down.
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(refused.headers.get('retry-after')).toBe('60');
  });
});
