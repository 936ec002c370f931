import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import {
  expectProblem,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';
import { mountWebApps } from './mount-web-apps.js';

let network: TestNetwork;
let agent: TestAgent;
let folder: string;

const files = {
  'index.html': '<!doctype html><title>Eslabón</title>',
  'sw.js': '// service worker',
  'manifest.webmanifest': '{}',
  'icon-20250101.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'assets/index-B3xZ9_a-.js': '// code',
  'assets/plain.js': '// code',
  '.env': 'secret',
};

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  agent = network.agent('PE');
  folder = join(network.folder, 'app');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  await startIssuing(agent, {}, { verifyAppDir: folder, walletAppDir: folder, portalAppDir: folder });
});

afterAll(() => network.stop());

const get = (path: string, init: RequestInit = {}) => fetch(`${agent.url}${path}`, init);

async function directivesAt(url: string): Promise<Map<string | undefined, string>> {
  const policy = (await fetch(url)).headers.get('content-security-policy') ?? '';
  return new Map(policy.split('; ').map((each) => [each.split(' ')[0], each] as const));
}

describe.each(['/verify', '/wallet', '/portal'])('the app at %s', (at) => {
  it('is the page under its path, to which the path without a slash leads', async () => {
    const page = await get(`${at}/`);
    expect(await page.text()).toBe(files['index.html']);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const short = await get(at, { redirect: 'manual' });
    expect([short.status, short.headers.get('location')]).toEqual([301, `${at}/`]);
  });

  it('may use the camera where it scans, and nothing that is inline or from elsewhere', async () => {
    const { headers } = await get(`${at}/`);
    const directives = await directivesAt(`${agent.url}${at}/`);
    expect(directives.get('default-src')).toBe("default-src 'none'");
    expect(directives.get('script-src')).toBe("script-src 'self'");
    expect(directives.get('worker-src')).toBe("worker-src 'self'");
    expect(directives.get('manifest-src')).toBe("manifest-src 'self'");
    expect(directives.get('frame-ancestors')).toBe("frame-ancestors 'none'");
    directives.delete('connect-src');
    expect([...directives.values()].join()).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('permissions-policy')).toContain(at === '/portal' ? 'camera=()' : 'camera=(self)');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    // The rest of the agent keeps its own policy.
    expect((await get('/docs/')).headers.get('permissions-policy')).toBeNull();
  });

  it.each([
    ['/', 'no-cache'],
    ['/index.html', 'no-cache'],
    ['/sw.js', 'no-cache'],
    ['/manifest.webmanifest', 'no-cache'],
    ['/icon-20250101.svg', 'no-cache'],
    ['/assets/plain.js', 'no-cache'],
    ['/assets/index-B3xZ9_a-.js', 'public, max-age=31536000, immutable'],
  ])('%s is cached as %s', async (path, cacheControl) => {
    const response = await get(`${at}${path}`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, cacheControl]);
    const etag = response.headers.get('etag') ?? '';
    const again = await get(`${at}${path}`, { cache: 'no-cache', headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it.each([
    '/nothing',
    '/.env',
    '/assets/',
    '/..%2f..%2fPE%2fagent.sqlite',
    '/%2e%2e/PE/agent.sqlite',
    '/%00',
  ])('%s is not there', async (path) => {
    const response = await get(`${at}${path}`);
    expect([400, 403, 404]).toContain(response.status);
    const json: unknown = await response.json();
    expectProblem({ status: response.status, headers: response.headers, json, bytes: new Uint8Array() });
  });

  it('does not take anything in', async () => {
    expect((await get(`${at}/`, { method: 'POST', body: 'x' })).status).toBe(404);
  });
});

describe('where the apps connect to', () => {
  const onThisMachine = "connect-src 'self' https: http://127.0.0.1:* http://localhost:*";

  /** Policies of the apps at an agent of an address. */
  async function policiesAt(publicUrl: string | undefined, secure: boolean) {
    const server = express();
    const { config } = agent.agent.parts;
    mountWebApps(server, { ...config, publicUrl }, secure);
    const listening = server.listen(0, '127.0.0.1');
    try {
      await once(listening, 'listening');
      const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
      const [verify, wallet, portal] = await Promise.all(
        ['verify', 'wallet', 'portal'].map((name) => directivesAt(`${url}/${name}/`)),
      );
      return { verify, wallet, portal };
    } finally {
      listening.closeAllConnections();
      listening.close();
    }
  }

  it.each([
    ['https://aduana.example', "connect-src 'self' https:"],
    ['http://127.0.0.1:4000', onThisMachine],
    ['http://localhost:4000', onThisMachine],
    ['http://127.0.0.1.example', "connect-src 'self' https:"],
    [undefined, "connect-src 'self' https:"],
  ])('is for the wallet of %s %s', async (publicUrl, expected) => {
    const { wallet, verify, portal } = await policiesAt(publicUrl, false);
    expect(wallet?.get('connect-src')).toBe(expected);
    expect(verify?.get('connect-src')).toBe("connect-src 'self'");
    expect(portal?.get('connect-src')).toBe("connect-src 'self'");
  });

  it('stays on TLS where the agent is reached over it', async () => {
    const upgrades = async (publicUrl: string, secure: boolean) =>
      Object.values(await policiesAt(publicUrl, secure)).map((each) =>
        each?.has('upgrade-insecure-requests'),
      );
    expect(await upgrades('https://aduana.example', true)).toEqual([true, true, true]);
    expect(await upgrades('http://127.0.0.1:4000', false)).toEqual([false, false, false]);
  });
});

describe('an agent', () => {
  it.each(['verifyAppDir', 'walletAppDir', 'portalAppDir'])(
    'is not started when %s does not hold the app',
    async (setting) => {
      const started = agent.restart({ [setting]: join(network.folder, 'nowhere') });
      await expect(started).rejects.toMatchObject({
        code: 'CONFIG_INVALID',
        message: expect.stringContaining(setting),
      });
    },
  );

  it('has no wallet where it does not issue to wallets', async () => {
    const folders = { verifyAppDir: folder, walletAppDir: folder, portalAppDir: folder };
    await agent.restart({ ...folders, issuance: undefined });
    expect((await get('/wallet/')).status).toBe(404);
    expect((await get('/verify/')).status).toBe(200);
    expect((await get('/portal/')).status).toBe(200);
  });
});
