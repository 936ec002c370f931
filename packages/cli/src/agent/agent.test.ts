import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { run } from '../run.js';
import { captureIo } from '../testing/capture-io.js';
import { type Answer, type SeenRequest, serveHttp } from '../testing/serve-http.js';

const key = 'eslk_very-secret-0123456789';

async function list(answer: Answer, env: Record<string, string> = {}) {
  const server = await serveHttp(() => answer);
  try {
    const io = captureIo({ env: { ESLABON_AGENT: server.url, ESLABON_KEY: key, ...env } });
    const code = await run(['certificate', 'list'], io);
    return { code, out: io.out(), err: io.err(), seen: server.seen as readonly SeenRequest[] };
  } finally {
    await server.close();
  }
}

const problem = {
  type: 'https://example.org/errors#AUTHENTICATION_FAILED',
  title: 'Authentication failed',
  status: 401,
  detail: `The key ${key} is not known.`,
  code: 'AUTHENTICATION_FAILED',
  hints: ['Ask your administrator for a key.'],
};

describe('an agent that refuses or fails', () => {
  it('is quoted by code, sentence and hints, and the key is hidden even if the agent repeats it', async () => {
    const { code, out, err, seen } = await list({
      status: 401,
      type: 'application/problem+json',
      body: problem,
    });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toBe(
      'error AUTHENTICATION_FAILED: The key [hidden] is not known.\n  hint: Ask your administrator for a key.\n',
    );
    expect(seen[0]?.authorization).toBe(`Bearer ${key}`);
  });

  it.each([
    ['a web page with status 200', { body: '<html>Welcome</html>' }],
    ['a web page with an error status', { status: 502, body: '<html>Bad gateway</html>' }],
    ['JSON of another service', { body: { items: [{ name: 'x' }] } }],
  ])('%s is no answer of an agent', async (_, answer) => {
    const { code, err } = await list(answer);
    expect(code).toBe(2);
    expect(err).toMatch(/^error UNAVAILABLE: http:\/\/127\.0\.0\.1:\d+\S* (did not answer|answered)/);
    expect(err).not.toContain('    at ');
  });

  it('shows stacks with ESLABON_DEBUG=1 only, still without the key', async () => {
    const { err } = await list({ status: 401, body: problem }, { ESLABON_DEBUG: '1' });
    expect(err).toContain('    at ');
    expect(err).not.toContain(key);
  });

  it('a refused connection is UNAVAILABLE', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    await new Promise((resolve) => taken.close(resolve));
    const io = captureIo();
    const agent = `http://127.0.0.1:${port}`;
    expect(await run(['certificate', 'list', '--agent', agent, '--key', key], io)).toBe(2);
    expect(io.err()).toContain(`error UNAVAILABLE: The agent at ${agent} did not answer.`);
  });
});

describe('address and key', () => {
  it.each([
    ['no agent', { ESLABON_KEY: key }, 'CONFIG_INVALID'],
    ['no key', { ESLABON_AGENT: 'http://127.0.0.1:1' }, 'CONFIG_INVALID'],
    ['no address', { ESLABON_AGENT: '127.0.0.1:4101', ESLABON_KEY: key }, 'INPUT_INVALID'],
    ['a password in the address', { ESLABON_AGENT: 'http://a:b@c', ESLABON_KEY: key }, 'INPUT_INVALID'],
    ['a key with a line end', { ESLABON_AGENT: 'http://c', ESLABON_KEY: `${key}\nx` }, 'INPUT_INVALID'],
  ])('%s ends with 2, and does not show the key', async (_, env, code) => {
    const io = captureIo({ env: { ...env, ESLABON_DEBUG: '1' } });
    expect(await run(['certificate', 'list'], io)).toBe(2);
    expect(io.err()).toContain(`error ${code}:`);
    expect(io.err()).not.toContain(key);
  });
});
