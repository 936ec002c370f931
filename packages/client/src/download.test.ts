import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type DownloadCondition, download } from './download.js';
import { isCurrent } from './is-current.js';

const closers: (() => Promise<void>)[] = [];
const seen: IncomingMessage[] = [];

afterEach(async () => {
  seen.length = 0;
  for (const close of closers.splice(0)) await close();
});

async function serve(answer: (response: ServerResponse, request: IncomingMessage) => void): Promise<string> {
  const server = createServer((request, response) => {
    seen.push(request);
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const hash = createHash('sha256').update('x').digest();
const file = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);

async function get(baseUrl: string, condition: DownloadCondition = {}, timeoutMs?: number) {
  const options = { baseUrl, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
  const found = await download(options, 'getBundleAt', { params: { block: 7 } }, condition);
  if (found === undefined) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of found.body) chunks.push(chunk);
  return { ...found, bytes: new Uint8Array(Buffer.concat(chunks)) };
}

describe('download', () => {
  it('gives the file, its tag and where it stays', async () => {
    const url = await serve((response) =>
      response
        .setHeader('etag', '"abc"')
        .setHeader('content-location', '/v1/bundles/7')
        .setHeader('repr-digest', `sha-512=:eA==:, sha-256=:${hash.toString('base64')}:`)
        .end(file),
    );
    expect(await get(url)).toMatchObject({
      state: 'whole',
      etag: 'abc',
      sha256: hash.toString('hex'),
      location: '/v1/bundles/7',
      bytes: file,
    });
    expect(seen[0]?.url).toBe('/v1/bundles/7');
    expect(seen[0]?.headers).toMatchObject({ 'accept-encoding': 'identity' });
    expect(seen[0]?.headers.range).toBeUndefined();
  });

  it('goes on with a part under the condition that it is still the same file', async () => {
    const url = await serve((response) =>
      response
        .writeHead(206, { 'content-range': 'bytes 400-999/1000', etag: '"abc"' })
        .end(file.subarray(400)),
    );
    const part = await get(url, { resume: { from: 400, etag: 'abc' } });
    expect(part).toMatchObject({ state: 'part', bytes: file.subarray(400) });
    expect(seen[0]?.headers).toMatchObject({ range: 'bytes=400-', 'if-range': '"abc"' });
  });

  it('tells the whole file from the part that was asked for', async () => {
    const url = await serve((response) => response.end(file));
    expect(await get(url, { resume: { from: 400, etag: 'abc' } })).toMatchObject({
      state: 'whole',
      bytes: file,
    });
  });

  it('has nothing to give where the caller has the file', async () => {
    const url = await serve((response) => response.writeHead(304).end());
    expect(await get(url, { ifNoneMatch: 'abc' })).toBeUndefined();
    expect(seen[0]?.headers['if-none-match']).toBe('"abc"');
  });

  it.each([
    ['another part', { 'content-range': 'bytes 0-999/1000' }],
    ['no range', {}],
  ])('refuses a part that is %s', async (_, headers) => {
    const url = await serve((response) => response.writeHead(206, headers).end(file));
    await expect(get(url, { resume: { from: 400, etag: 'abc' } })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
  });

  it('does not take a weak tag for a name of these bytes', async () => {
    const url = await serve((response) => response.setHeader('etag', 'W/"abc"').end(file));
    expect((await get(url))?.etag).toBeUndefined();
  });

  it('throws what the agent says', async () => {
    const problem = { type: 'x', title: 'Nothing there.', status: 416, code: 'INPUT_RANGE' };
    const url = await serve((response) => response.writeHead(416).end(JSON.stringify(problem)));
    await expect(get(url)).rejects.toMatchObject({ code: 'INPUT_RANGE', message: 'Nothing there.' });
  });

  it('keeps what came before the line broke', async () => {
    const url = await serve((response) => {
      response
        .setHeader('content-length', 1000)
        .write(file.subarray(0, 300), () => setTimeout(() => response.destroy(), 50));
    });
    const found = await download({ baseUrl: url }, 'getLatestBundle', {});
    let length = 0;
    const reading = (async () => {
      for await (const chunk of found?.body ?? []) length += chunk.length;
    })();
    await expect(reading).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(length).toBe(300);
  });

  it('gives up on a line that is silent, before the answer and within it', async () => {
    const mute = await serve(() => undefined);
    await expect(get(mute, {}, 50)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    const half = await serve((response) => void response.setHeader('content-length', 1000).write('x'));
    await expect(get(half, {}, 50)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('takes longer than its limit where bytes keep coming', async () => {
    const url = await serve((response) => {
      let sent = 0;
      const timer = setInterval(() => {
        response.write(file.subarray(sent, sent + 100));
        sent += 100;
        if (sent === 1000) {
          clearInterval(timer);
          response.end();
        }
      }, 120);
    });
    expect((await get(url, {}, 1000))?.bytes).toEqual(file);
  });
});

describe('isCurrent', () => {
  const ask = (baseUrl: string) =>
    isCurrent({ baseUrl }, 'getLatestBundle', { query: { register: 'true' } }, 'abc');

  it.each([
    [304, true],
    [200, false],
    [403, false],
    [503, false],
  ])('%d means %p', async (status, current) => {
    const url = await serve((response) => response.writeHead(status).end());
    expect(await ask(url)).toBe(current);
    expect([seen[0]?.method, seen[0]?.url, seen[0]?.headers['if-none-match']]).toEqual([
      'HEAD',
      '/v1/bundles/latest?register=true',
      '"abc"',
    ]);
  });

  it('fails where nobody answers', async () => {
    const url = await serve(() => undefined);
    for (const close of closers.splice(0)) await close();
    await expect(ask(url)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
