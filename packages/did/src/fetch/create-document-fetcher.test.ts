import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { selfSignedCertificate } from '../testing/self-signed-certificate.js';
import { createDocumentFetcher, type DocumentFetcherOptions } from './create-document-fetcher.js';

const { cert, key } = await selfSignedCertificate(['customs.example', 'other.example']);
const small = JSON.stringify({ id: 'did:web:customs.example' });

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const json: Handler = (_, response) => {
  response.setHeader('content-type', 'application/json').end(small);
};

const handlers: Record<string, Handler> = {
  '/json': json,
  '/moved': (_, response) => response.writeHead(302, { location: '/json' }).end(),
  '/elsewhere': (_, response) => response.writeHead(301, { location: 'https://other.example/json' }).end(),
  '/missing': (_, response) => response.writeHead(404).end(),
  '/gone': (_, response) => response.writeHead(410).end(),
  '/broken': (_, response) => response.writeHead(500).end(),
  '/html': (_, response) => response.setHeader('content-type', 'text/html').end(small),
  '/untyped': (_, response) => response.end(small),
  '/typed': (_, response) =>
    response.setHeader('content-type', 'Application/DID+LD+JSON; charset=utf-8').end(small),
  '/encoded': (_, response) =>
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(small),
  '/large': (_, response) => response.setHeader('content-type', 'application/json').end('x'.repeat(65_537)),
  '/largest': (_, response) => response.setHeader('content-type', 'application/json').end('x'.repeat(65_536)),
  '/endless': (_, response) => {
    response.setHeader('content-type', 'application/json');
    const pour = (): void => {
      while (!response.destroyed && response.write('x'.repeat(10_000))) {}
      if (!response.destroyed) response.once('drain', pour);
    };
    pour();
  },
  '/silent': () => undefined,
  '/dripping': (_, response) => {
    response.setHeader('content-type', 'application/json');
    const timer = setInterval(() => response.write(' '), 20);
    response.once('close', () => clearInterval(timer));
  },
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{');
    setTimeout(() => response.destroy(), 20);
  },
  '/headers': (_, response) => {
    response
      .setHeader('x-large', 'x'.repeat(40_000))
      .setHeader('content-type', 'application/json')
      .end(small);
  },
};

let server: Server;
let port: number;
const requests: IncomingMessage[] = [];
const lookups: string[] = [];

beforeAll(async () => {
  server = createServer({ cert, key }, (request, response) => {
    requests.push(request);
    handlers[request.url ?? '']?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** A name server that says the same of every name. */
const answering =
  (...addresses: string[]): LookupFunction =>
  (hostname, _options, callback) => {
    lookups.push(hostname);
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };

const inTest = (addresses: string[], isAllowedAddress: (address: string) => boolean) => ({
  testing: { ca: cert, lookup: answering(...addresses), isAllowedAddress },
});

function fetchFrom(path: string, options: Partial<DocumentFetcherOptions> = {}): Promise<Uint8Array> {
  const fetchDocument = createDocumentFetcher({
    allowedHosts: [`customs.example:${port}`],
    ...inTest(['127.0.0.1'], (address) => address === '127.0.0.1'),
    ...options,
  });
  return fetchDocument(new URL(path, `https://customs.example:${port}`));
}

describe('what is fetched', () => {
  it.each(['/json', '/typed'])('%s comes as it is', async (path) => {
    expect(Buffer.from(await fetchFrom(path)).toString()).toBe(small);
  });

  it('is asked for without anything that tells who asks', async () => {
    await fetchFrom('/json');
    const { headers, method } = requests.at(-1) as IncomingMessage;
    expect(method).toBe('GET');
    expect(Object.keys(headers).sort()).toEqual(['accept', 'connection', 'host']);
    expect(headers.connection).toBe('close');
  });

  it('may have 65,536 bytes', async () => {
    expect((await fetchFrom('/largest')).length).toBe(65_536);
  });
});

describe('what is refused', () => {
  it.each([
    ['/moved', 'DID_DOCUMENT_INVALID'],
    ['/elsewhere', 'DID_DOCUMENT_INVALID'],
    ['/missing', 'DID_NOT_FOUND'],
    ['/gone', 'DID_NOT_FOUND'],
    ['/broken', 'DID_UNREACHABLE'],
    ['/html', 'DID_DOCUMENT_INVALID'],
    ['/untyped', 'DID_DOCUMENT_INVALID'],
    ['/encoded', 'DID_DOCUMENT_INVALID'],
    ['/large', 'DID_DOCUMENT_INVALID'],
    ['/endless', 'DID_DOCUMENT_INVALID'],
    ['/cut', 'DID_UNREACHABLE'],
    ['/headers', 'DID_UNREACHABLE'],
  ])('%s with %s', async (path, code) => {
    const before = requests.length;
    await expect(fetchFrom(path)).rejects.toMatchObject({ code });
    // Nobody is followed anywhere.
    expect(requests.length).toBe(before + 1);
  });

  it.each(['/silent', '/dripping'])('%s when its time is up', async (path) => {
    await expect(fetchFrom(path, { timeoutMs: 300 })).rejects.toMatchObject({
      code: 'DID_UNREACHABLE',
      message: expect.stringContaining('300 ms'),
    });
  });

  it('a name server that does not answer, when its time is up', async () => {
    const testing = { ca: cert, lookup: () => undefined, isAllowedAddress: () => true };
    await expect(fetchFrom('/json', { timeoutMs: 200, testing })).rejects.toMatchObject({
      code: 'DID_UNREACHABLE',
    });
  });

  it('a name that nobody has', async () => {
    const lookup: LookupFunction = (_hostname, _options, callback) => callback(new Error('ENOTFOUND'), '', 0);
    const testing = { ca: cert, lookup, isAllowedAddress: () => true };
    await expect(fetchFrom('/json', { testing })).rejects.toMatchObject({ code: 'DID_UNREACHABLE' });
  });

  it('a certificate that nobody trusts, and one of another name', async () => {
    const trusting = inTest(['127.0.0.1'], () => true).testing;
    const distrustful = { ...trusting, ca: (await selfSignedCertificate(['customs.example'])).cert };
    await expect(fetchFrom('/json', { testing: distrustful })).rejects.toMatchObject({
      code: 'DID_UNREACHABLE',
    });
    const fetchDocument = createDocumentFetcher({
      allowedHosts: [`third.example:${port}`],
      testing: trusting,
    });
    await expect(fetchDocument(new URL(`https://third.example:${port}/json`))).rejects.toMatchObject({
      code: 'DID_UNREACHABLE',
    });
  });
});

describe('where it may lead', () => {
  it.each([
    'http://customs.example:PORT/json',
    'https://customs.example/json',
    'https://customs.example:1/json',
    'https://other.example:PORT/json',
    'https://customs.example.evil.example:PORT/json',
    'https://127.0.0.1:PORT/json',
    'https://[::1]:PORT/json',
    'https://0x7f000001:PORT/json',
    'https://2130706433:PORT/json',
  ])('not to %s, whose name is not even looked up', async (address) => {
    const before = lookups.length;
    const all = ['127.0.0.1', '[::1]'].map((host) => `${host}:${port}`);
    const fetchDocument = createDocumentFetcher({
      allowedHosts: [`customs.example:${port}`, ...all],
      ...inTest(['127.0.0.1'], () => true),
    });
    await expect(fetchDocument(new URL(address.replace('PORT', `${port}`)))).rejects.toMatchObject({
      code: 'DID_FETCH_REFUSED',
    });
    expect(lookups.length).toBe(before);
  });

  it.each([
    [['127.0.0.1']],
    [['10.1.2.3']],
    [['::1']],
    [['fe80::1']],
    [['::ffff:127.0.0.1']],
    [['93.184.216.34', '127.0.0.1']],
    [['127.0.0.1', '93.184.216.34']],
    [[]],
  ])('not where a listed name has the addresses %j', async (addresses) => {
    const before = requests.length;
    const testing = { ca: cert, lookup: answering(...addresses) };
    const fetchDocument = createDocumentFetcher({
      allowedHosts: [`customs.example:${port}`],
      testing: { ...testing, isAllowedAddress: (await import('./public-address.js')).isPublicAddress },
    });
    await expect(fetchDocument(new URL(`https://customs.example:${port}/json`))).rejects.toMatchObject({
      code: 'DID_FETCH_REFUSED',
    });
    expect(requests.length).toBe(before);
  });

  it('not to a private address by default, whatever this machine’s own names say', async () => {
    const fetchDocument = createDocumentFetcher({ allowedHosts: [`localhost:${port}`] });
    await expect(fetchDocument(new URL(`https://localhost:${port}/json`))).rejects.toMatchObject({
      code: 'DID_FETCH_REFUSED',
    });
  });

  it('not to another address than the one that was looked at: a name that changes its mind gains nothing', async () => {
    let asked = 0;
    const lookup: LookupFunction = (_hostname, _options, callback) => {
      asked++;
      callback(null, [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]);
    };
    const testing = { ca: cert, lookup, isAllowedAddress: (address: string) => address === '127.0.0.1' };
    expect(Buffer.from(await fetchFrom('/json', { testing })).toString()).toBe(small);
    expect(asked).toBe(1);
  });

  it('not on over a connection that ends elsewhere than it was looked up', async () => {
    const before = requests.length;
    let asked = 0;
    const isAllowedAddress = (): boolean => ++asked === 1;
    const testing = { ca: cert, lookup: answering('127.0.0.1'), isAllowedAddress };
    await expect(fetchFrom('/json', { testing })).rejects.toMatchObject({ code: 'DID_FETCH_REFUSED' });
    expect(requests.length).toBe(before);
    expect(asked).toBe(2);
  });
});
