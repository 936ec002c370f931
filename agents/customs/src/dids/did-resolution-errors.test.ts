import { base58btcEncode } from '@eslabon/credentials';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startTestNetwork, type TestAgent, type TestNetwork } from '../testing/index.js';
import { didError, didResult, resolveDid } from '../testing/resolve-did.js';

const key = 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK';

/** A multikey of a multicodec, in hexadecimal, with some bytes after it. */
const base58Of = (prefix: string) => `z${base58btcEncode(Buffer.from(prefix.padEnd(200, '5'), 'hex'))}`;

let network: TestNetwork;
let agent: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  agent = network.agent('PE');
});

afterAll(() => network.stop());

const get = (target: string, accept?: string) => resolveDid(agent.url, target, accept);

describe('“another Accept → 406”', () => {
  it.each(['text/html', 'application/json', 'application/xml', 'image/*', `${didResult};q=0`, 'nonsense'])(
    '%s',
    async (accept) => {
      const answer = await get(key, accept);
      expect(answer).toMatchObject({
        status: 406,
        type: didResult,
        body: didError('REPRESENTATION_NOT_SUPPORTED'),
      });
    },
  );
});

describe('“Errors: {didResolutionMetadata: {error: {type: "https://www.w3.org/ns/did#INVALID_DID"}}, didDocument: null, didDocumentMetadata: {}} with 400”', () => {
  it.each([
    '',
    'not-a-did',
    'did:example',
    'did:example:',
    'did::x',
    'did:Key:z6Mk',
    'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2do',
    'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doL0',
    'did:key:abc',
    'did:jwk:abc',
    'did:jwk:eyJrdHkiOiJPS1AiLCJjcnYiOiJFZDI1NTE5IiwieCI6IiIsImQiOiIifQ',
    'did:web:',
    'did:web:127.0.0.1',
    'did:web:localhost%2Fetc',
    'did:web:a.example:..:b',
    'did:ethr:0x9e55c:0x12',
    `did:ethr:0x9e55c:0x02${'f'.repeat(64)}`,
    'did:ethr:0x9e55c:0xF3beac30C498D9E26865F34fCAa57dBB935b0d75',
    'did:key:%zz',
    '%zz',
    '%00',
    'did%3Akey%3A%C3%A9',
    `did:key:z${'1'.repeat(5000)}`,
    `did:web:${'a.'.repeat(900)}a`,
  ])('%.60s', async (target) => {
    const answer = await get(target);
    expect(answer).toMatchObject({ status: 400, type: didResult });
    expect(answer.body).toEqual(didError('INVALID_DID'));
  });

  it.each([
    'versionId=1&versionId=2',
    'versionId=1&versionTime=2026-05-03T12:00:00Z',
    'versionId=',
    'versionId=latest',
    'versionId=-1',
    'versionId=1.0',
    'versionId=0x1',
    'versionId=01',
    'versionTime=',
    'versionTime=2026-05-03',
    'versionTime=2026-02-30T12:00:00Z',
    'versionTime=2026-05-03T12:00:00.5Z',
    'versionTime=2026-05-03T12:00:00-05:00',
    'versionTime=2026-05-03T12:00:60Z',
    'versionTime=2026-05-03T24:00:00Z',
  ])('options that are none: ?%s', async (query) => {
    const did = agent.agent.parts.keys.did;
    const answer = await get(`${did}?${query}`);
    expect(answer).toMatchObject({ status: 400, body: didError('INVALID_OPTIONS') });
    const encoded = await get(encodeURIComponent(`${did}?${query}`));
    expect(encoded).toMatchObject({ status: 400, body: didError('INVALID_OPTIONS') });
  });
});

describe('“#NOT_FOUND 404”', () => {
  it('a block, or an instant, that is still to come', async () => {
    const later = new Date(Date.now() + 86_400_000).toISOString().replace(/\.\d+/, '');
    for (const query of ['versionId=99999999', `versionTime=${later}`]) {
      const answer = await get(`${agent.agent.parts.keys.did}?${query}`);
      expect(answer).toMatchObject({ status: 404, body: didError('NOT_FOUND') });
    }
  });
});

describe('“#METHOD_NOT_SUPPORTED 501”', () => {
  it.each(['did:example:123', 'did:unsupported:123456789abcdefghi', 'did:0:a%20b', 'did:keyx:z6Mk'])(
    '%s',
    async (did) => {
      expect(await get(did)).toMatchObject({ status: 501, body: didError('METHOD_NOT_SUPPORTED') });
    },
  );

  it.each([
    ['a key of another type', `did:key:${base58Of('eb01')}`],
    ['a version of a did:key', `${key}?versionId=1`],
    ['an option that is unknown', `${key}?expandRelativeUrls=true`],
    ['a fragment', `${encodeURIComponent(`${key}#key`)}`],
    ['a path', `${key}/path`],
  ])('FEATURE_NOT_SUPPORTED for %s', async (_, target) => {
    expect(await get(target)).toMatchObject({ status: 501, body: didError('FEATURE_NOT_SUPPORTED') });
  });
});

describe('whatever is asked for', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'did:',
      'did%3A',
      'ethr:',
      'key:',
      'jwk:',
      'web:',
      '0x9e55c:',
      ':',
      '%3A',
      '%2F',
      '%',
      '%zz',
      '/',
      '//',
    ),
    fc.constantFrom(
      '?versionId=',
      '?versionTime=',
      '&',
      '=',
      '#',
      '%23',
      '%3F',
      'z6Mk',
      'eyJ',
      '..',
      '%00',
      '%F0%9F%98%80',
    ),
    fc.stringMatching(/^[A-Za-z0-9._~-]{1,12}$/),
  );
  const target = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  const accept = fc.oneof(
    fc.constantFrom(
      '*/*',
      didResult,
      'application/did+json',
      'text/html',
      ',,,;q=',
      'a/b;q=2',
      '*',
      '"',
      ';',
    ),
    fc.stringMatching(/^[ -~]{0,20}$/),
  );

  it('is answered with a resolution result, and never takes the agent by surprise', async () => {
    await fc.assert(
      fc.asyncProperty(target, accept, async (text, header) => {
        const response = await fetch(`${agent.url}/1.0/identifiers/${text}`, { headers: { accept: header } });
        // A client resolves “..” and “//” by itself, and then asks for something else.
        fc.pre(new URL(response.url).pathname.startsWith('/1.0/identifiers'));
        const body = (await response.json()) as { didResolutionMetadata?: object; id?: string };
        expect([200, 400, 404, 406, 501]).toContain(response.status);
        if (response.status !== 200) expect(Object.keys(body)).toContain('didResolutionMetadata');
      }),
      { numRuns: 400 },
    );
  });

  it('by other methods than GET and HEAD is not there', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const response = await fetch(`${agent.url}/1.0/identifiers/${key}`, { method });
      expect(response.status).toBe(404);
    }
    const head = await fetch(`${agent.url}/1.0/identifiers/${key}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, didResult, '']);
  });

  it('may be asked for by web pages of others', async () => {
    const { headers } = await get(key);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('where there is no did:web of the agent, the address of its document is a problem', async () => {
    const response = await fetch(`${agent.url}/.well-known/did.json`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' });
  });
});
