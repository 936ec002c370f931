import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { expectProblem, startTestNetwork, type TestAgent, type TestNetwork } from '../testing/index.js';
import { createVerifyApp } from './create-verify-app.js';

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
  await agent.restart({ verifyAppDir: folder });
});

afterAll(() => network.stop());

const get = (path: string, init: RequestInit = {}) => fetch(`${agent.url}${path}`, init);

describe('the border-post app', () => {
  it('is the page under /verify/, and /verify leads there', async () => {
    const page = await get('/verify/');
    expect(await page.text()).toBe(files['index.html']);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const short = await get('/verify', { redirect: 'manual' });
    expect([short.status, short.headers.get('location')]).toEqual([301, '/verify/']);
  });

  it('may use the camera, and nothing that is inline or from elsewhere', async () => {
    const { headers } = await get('/verify/');
    const policy = headers.get('content-security-policy') ?? '';
    const directives = new Map(policy.split('; ').map((each) => [each.split(' ')[0], each] as const));
    expect(directives.get('default-src')).toBe("default-src 'none'");
    expect(directives.get('script-src')).toBe("script-src 'self'");
    expect(directives.get('worker-src')).toBe("worker-src 'self'");
    expect(directives.get('manifest-src')).toBe("manifest-src 'self'");
    expect(directives.get('connect-src')).toBe("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('permissions-policy')).toContain('camera=(self)');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    // The rest of the agent keeps its own policy.
    expect((await get('/docs/')).headers.get('permissions-policy')).toBeNull();
  });

  it.each([
    ['/verify/', 'no-cache'],
    ['/verify/index.html', 'no-cache'],
    ['/verify/sw.js', 'no-cache'],
    ['/verify/manifest.webmanifest', 'no-cache'],
    ['/verify/icon-20250101.svg', 'no-cache'],
    ['/verify/assets/plain.js', 'no-cache'],
    ['/verify/assets/index-B3xZ9_a-.js', 'public, max-age=31536000, immutable'],
  ])('%s is cached as %s', async (path, cacheControl) => {
    const response = await get(path);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, cacheControl]);
    const etag = response.headers.get('etag') ?? '';
    expect((await get(path, { cache: 'no-cache', headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it.each([
    '/verify/nothing',
    '/verify/.env',
    '/verify/assets/',
    '/verify/..%2f..%2fPE%2fagent.sqlite',
    '/verify/%2e%2e/PE/agent.sqlite',
    '/verify/%00',
  ])('%s is not there', async (path) => {
    const response = await get(path);
    expect([400, 403, 404]).toContain(response.status);
    const json: unknown = await response.json();
    expectProblem({ status: response.status, headers: response.headers, json, bytes: new Uint8Array() });
  });

  it('does not take anything in', async () => {
    expect((await get('/verify/', { method: 'POST', body: 'x' })).status).toBe(404);
  });

  it('has browsers stay on TLS where the agent is reached over it', async () => {
    const server = express().use('/verify', createVerifyApp(folder, true)).listen(0, '127.0.0.1');
    try {
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const { headers } = await fetch(`http://127.0.0.1:${port}/verify/`);
      expect(headers.get('content-security-policy')).toMatch(/; upgrade-insecure-requests$/);
      const plain = (await get('/verify/')).headers.get('content-security-policy');
      expect(plain).not.toContain('upgrade-insecure-requests');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('is not started from a folder that does not hold it', async () => {
    await expect(agent.restart({ verifyAppDir: join(network.folder, 'nowhere') })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('verifyAppDir'),
    });
  });
});
