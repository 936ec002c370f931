import { formatEthrDid } from '@eslabon/core';
import { formatDidJwk } from '@eslabon/credentials';
import type { VerificationMethod } from '@eslabon/did';
import { freePort, testAccount } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicKeyOf } from '../platform/keys/public-key-of.js';
import { startTestNetwork, type TestAgent, type TestNetwork } from '../testing/index.js';
import { didError, didResult, resolveDid, resolveToResult } from '../testing/resolve-did.js';

const keys = {
  Ed25519: 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
  'P-256': 'did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169',
};
const nobody = '0'.repeat(40);
const never = formatEthrDid({ chainId: 648_540, address: testAccount('never').address });

let network: TestNetwork;
let agent: TestAgent;
let jwk: string;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  agent = network.agent('PE');
  jwk = formatDidJwk(publicKeyOf(agent.agent.parts.keys.key('delegate-1')));
});

afterAll(() => network.stop());

const get = (target: string, accept?: string) => resolveDid(agent.url, target, accept);
const getResult = (target: string) => resolveToResult(agent.url, target);

describe('“GET /1.0/identifiers/{did} (raw or URL-encoded; did:ethr on the configured network, did:key, did:jwk, did:web)”', () => {
  const dids = (): [string, string][] => [
    ['did:ethr', agent.agent.parts.keys.did],
    ['did:ethr that never changed', never],
    ['did:key of Ed25519', keys.Ed25519],
    ['did:key of P-256', keys['P-256']],
    ['did:jwk', jwk],
  ];

  it('raw', async () => {
    for (const [what, did] of dids()) {
      const { didDocument, didResolutionMetadata } = await getResult(did);
      expect({ what, id: didDocument?.id, didResolutionMetadata }).toEqual({
        what,
        id: did,
        didResolutionMetadata: { contentType: 'application/did' },
      });
    }
  });

  it('URL-encoded', async () => {
    for (const [what, did] of dids()) {
      const raw = await getResult(did);
      for (const encoded of [encodeURIComponent(did), did.replaceAll(':', '%3a')]) {
        expect({ what, answer: await getResult(encoded) }).toEqual({ what, answer: raw });
      }
    }
  });

  it('did:ethr of the authority has its published keys under the fragments that it signs with', async () => {
    const { keys: ring } = agent.agent.parts;
    const { didDocument } = await getResult(ring.did);
    const methods = (didDocument as unknown as { verificationMethod: VerificationMethod[] })
      .verificationMethod;
    const published = Object.fromEntries(methods.map(({ id, publicKeyHex }) => [id, publicKeyHex]));
    for (const { kid, fragment, publicKeyHex } of ring.list().slice(1)) {
      expect([fragment, published[kid]]).toEqual([fragment, publicKeyHex]);
    }
    expect(methods[0]).toMatchObject({ id: `${ring.did}#controller` });
  });

  it('did:ethr of another network is not resolved', async () => {
    for (const did of [`did:ethr:0x${nobody}`, `did:ethr:sepolia:0x${nobody}`, `did:ethr:0x1:0x${nobody}`]) {
      expect(await get(did)).toMatchObject({ status: 501, body: didError('METHOD_NOT_SUPPORTED') });
    }
  });

  it('did:web is that of the agent itself, also with a port, raw or URL-encoded', async () => {
    const other = network.agent('MX');
    const port = await freePort();
    const did = `did:web:aduana.example%3A${port}`;
    await other.restart({ port, publicUrl: `https://aduana.example:${port}` });
    const base = `http://127.0.0.1:${port}`;
    const own = await fetch(`${base}/.well-known/did.json`);
    expect(own.headers.get('content-type')).toBe('application/did+ld+json');
    const document = await own.json();
    expect(document).toMatchObject({ id: did, alsoKnownAs: [other.agent.parts.keys.did] });
    for (const target of [did, encodeURIComponent(did)]) {
      const response = await fetch(`${base}/1.0/identifiers/${target}`);
      expect(await response.json()).toEqual({
        didResolutionMetadata: { contentType: 'application/did' },
        didDocument: document,
        didDocumentMetadata: {},
      });
    }
    await other.restart();
  });

  it('did:web of other hosts is off unless they are listed, and never leads to a private address', async () => {
    const listed = 'did:web:localhost%3A4443';
    for (const did of ['did:web:customs.example', listed]) {
      expect(await get(did)).toMatchObject({ status: 501, body: didError('METHOD_NOT_SUPPORTED') });
    }
    const other = network.agent('MX');
    await other.restart({ didWeb: { allowedHosts: ['localhost:4443'] } });
    const response = await fetch(`${other.url}/1.0/identifiers/${listed}`);
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status: 501,
      body: didError('METHOD_NOT_SUPPORTED'),
    });
    await other.restart();
  });
});

describe('“Accept: application/did-resolution → 200 with {didResolutionMetadata: {contentType}, didDocument, didDocumentMetadata}”', () => {
  it.each([didResult, `${didResult};q=0.9, text/html;q=0.1`, '*/*', 'application/*', undefined])(
    '%s',
    async (accept) => {
      const { status, type, body, headers } = await get(keys.Ed25519, accept);
      expect({ status, type }).toEqual({ status: 200, type: didResult });
      expect(body).toEqual({
        didResolutionMetadata: { contentType: 'application/did' },
        didDocument: expect.objectContaining({ id: keys.Ed25519 }),
        didDocumentMetadata: {},
      });
      expect(headers.get('vary')).toMatch(/accept/i);
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );
});

describe('“application/did+json or application/did+ld+json → the bare document”', () => {
  it.each(['application/did+ld+json', 'application/did'])('%s, with its contexts', async (accept) => {
    const { didDocument } = await getResult(agent.agent.parts.keys.did);
    const { status, type, body } = await get(agent.agent.parts.keys.did, accept);
    expect({ status, type, body }).toEqual({ status: 200, type: accept, body: didDocument });
  });

  it('application/did+json, without contexts', async () => {
    const { didDocument } = await getResult(agent.agent.parts.keys.did);
    const { '@context': contexts, ...members } = didDocument as Record<string, unknown>;
    const { status, type, body } = await get(agent.agent.parts.keys.did, 'application/did+json');
    expect({ status, type, body }).toEqual({ status: 200, type: 'application/did+json', body: members });
    expect(contexts).toContain('https://www.w3.org/ns/did/v1');
  });

  it('prefers what the caller prefers', async () => {
    const { type } = await get(keys.Ed25519, `${didResult};q=0.1, application/did+json;q=0.5`);
    expect(type).toBe('application/did+json');
  });
});

describe('what suites of W3C DID Resolution ask of a resolver', () => {
  const dids = () => [agent.agent.parts.keys.did, never, keys.Ed25519, keys['P-256'], jwk];

  it('“The value of id in the resolved DID document MUST be string equal to the DID that was resolved”', async () => {
    for (const did of dids()) expect((await getResult(did)).didDocument?.id).toBe(did);
  });

  it('“Its value MUST be the value of the contentType metadata property”: the header of a document alone is', async () => {
    for (const did of dids()) {
      const { didResolutionMetadata } = await getResult(did);
      const { contentType } = didResolutionMetadata;
      expect((await get(did, contentType)).type).toBe(contentType);
      // Suites look for the one in the other where both are sent.
      expect((await get(did)).type).toContain(contentType);
    }
  });

  it('documents have the context of DID Core first', async () => {
    for (const did of dids()) {
      const { didDocument } = await getResult(did);
      expect(didDocument?.['@context']?.[0]).toBe('https://www.w3.org/ns/did/v1');
    }
  });
});
