import { EslabonError } from '@eslabon/core';
import { hostileCopies } from '@eslabon/core/testing';
import { describe, expect, it } from '@jest/globals';
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import fc from 'fast-check';
import type { DidDocument } from '../document/did-document.js';
import { parseDid } from '../syntax/parse-did.js';
import { createWebMethod } from './create-web-method.js';
import { createDocumentCache } from './document-cache.js';
import { ownDidWebDocument } from './own-did-web-document.js';

const did = 'did:web:customs.example';
const method = { id: `${did}#a`, type: 'JsonWebKey', controller: did, publicKeyJwk: {} };
const good = {
  '@context': ['https://www.w3.org/ns/did/v1'],
  id: did,
  verificationMethod: [method],
  assertionMethod: ['#a', { ...method, id: '#b' }],
  service: [{ id: '#s', type: 'Hub', serviceEndpoint: 'https://customs.example' }],
};

/** A host that gives these bytes, and what it was asked for. */
function hosting(answer: () => unknown) {
  const asked: string[] = [];
  let now = 0;
  const web = createWebMethod({
    foreign: {
      cache: createDocumentCache<DidDocument>({ entries: 2, lifetimeMs: 1000, clock: () => new Date(now) }),
      fetchDocument: async (url) => {
        asked.push(url.href);
        const given = answer();
        return given instanceof Uint8Array ? given : Buffer.from(JSON.stringify(given));
      },
    },
  });
  return {
    asked,
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
    resolve: async (text: string) => (await web.resolve(parseDid(text), { kind: 'latest' })).didDocument,
  };
}

describe('did:web of others', () => {
  it('is what the host gives at the address of the DID', async () => {
    const host = hosting(() => good);
    expect(await host.resolve(did)).toEqual(good);
    expect(host.asked).toEqual(['https://customs.example/.well-known/did.json']);
  });

  const { '@context': _, ...plain } = good;
  it.each([
    ['without contexts', plain],
    ['with the context of DID Core 1.1', { ...good, '@context': 'https://www.w3.org/ns/did/v1.1' }],
    ['with nothing else', { id: did }],
    ['with members of its own', { ...good, extra: { deep: [1] } }],
  ])('%s is taken', async (_what, document) => {
    expect(await hosting(() => document).resolve(did)).toEqual(document);
  });

  it.each([
    ['another id', { ...good, id: 'did:web:other.example' }],
    ['an id in other letters', { ...good, id: 'did:web:Customs.example' }],
    ['no id', { ...plain, id: undefined }],
    ['an array', [good]],
    ['null', null],
    ['another context', { ...good, '@context': ['https://schema.org'] }],
    ['methods that are no list', { ...good, verificationMethod: method }],
    ['too many methods', { ...good, verificationMethod: Array(201).fill(method) }],
    ['a method that is null', { ...good, verificationMethod: [null] }],
    ['a method without an id', { ...good, verificationMethod: [{ ...method, id: undefined }] }],
    [
      'a method whose id is no DID URL',
      { ...good, verificationMethod: [{ ...method, id: 'https://a.example' }] },
    ],
    ['a method without a type', { ...good, verificationMethod: [{ ...method, type: 1 }] }],
    ['a method without a controller', { ...good, verificationMethod: [{ ...method, controller: null }] }],
    ['a relationship that is text', { ...good, assertionMethod: `${did}#a` }],
    ['a reference that is no DID URL', { ...good, authentication: ['key-1'] }],
    ['a number as a reference', { ...good, keyAgreement: [1] }],
    ['a service without an endpoint', { ...good, service: [{ id: '#s', type: 'Hub' }] }],
    ['a service without a type', { ...good, service: [{ id: '#s', serviceEndpoint: {} }] }],
    ['alsoKnownAs that is text', { ...good, alsoKnownAs: 'did:a:b' }],
    ['a controller that is a number', { ...good, controller: 5 }],
    ['no JSON', Buffer.from('<html>')],
    ['no UTF-8', Uint8Array.from([0x22, 0xff, 0x22])],
    ['a member twice', Buffer.from(`{"id":"${did}","id":"${did}"}`)],
    ['deep nesting', Buffer.from(`{"id":"${did}","x":${'['.repeat(5000)}${']'.repeat(5000)}}`)],
  ])('with %s is refused', async (_what, answer) => {
    await expect(hosting(() => answer).resolve(did)).rejects.toMatchObject({ code: 'DID_DOCUMENT_INVALID' });
  });

  it('is remembered for its time, and not after', async () => {
    const host = hosting(() => good);
    await host.resolve(did);
    host.wait(999);
    await host.resolve(did);
    expect(host.asked.length).toBe(1);
    host.wait(2);
    await host.resolve(did);
    expect(host.asked.length).toBe(2);
  });

  it('is asked for once by all who wait', async () => {
    const host = hosting(() => good);
    await Promise.all(Array.from({ length: 10 }, () => host.resolve(did)));
    expect(host.asked.length).toBe(1);
  });

  it('is asked for again after a failure', async () => {
    let works = false;
    const host = hosting(() => (works ? good : 'nothing'));
    await expect(host.resolve(did)).rejects.toThrow();
    works = true;
    expect(await host.resolve(did)).toEqual(good);
  });

  it('is forgotten first when it was asked for longest ago, where there is no more room', async () => {
    let id = '';
    const host = hosting(() => ({ id }));
    for (const name of ['a', 'b', 'c', 'c', 'b', 'a']) {
      id = `did:web:${name}.example`;
      await host.resolve(id);
    }
    expect(host.asked.map((address) => new URL(address).hostname[0])).toEqual(['a', 'b', 'c', 'a']);
  });

  it('has no versions', async () => {
    const web = createWebMethod({});
    for (const version of [
      { kind: 'time', instant: 0 },
      { kind: 'id', versionId: '1' },
    ] as const) {
      await expect(web.resolve(parseDid(did), version)).rejects.toMatchObject({
        code: 'DID_FEATURE_UNSUPPORTED',
      });
    }
  });

  it('is off unless it is turned on', async () => {
    await expect(createWebMethod({}).resolve(parseDid(did), { kind: 'latest' })).rejects.toMatchObject({
      code: 'DID_FETCH_REFUSED',
    });
  });

  it('is taken or refused with a code, whatever cannot be turned into text stands in it', async () => {
    for (const { place, copy } of hostileCopies(good)) {
      const outcome = await hosting(() => copy)
        .resolve(did)
        .then(
          () => 'taken',
          (error: unknown) => (error as { code?: string }).code ?? error,
        );
      expect(['taken', 'DID_DOCUMENT_INVALID', place]).toContain(outcome);
    }
  });

  it('of any JSON is taken or refused with a code', async () => {
    const member = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>('#a', [method], ['#a'], did, null));
    const document = fc.record(
      {
        '@context': fc.oneof(fc.constant('https://www.w3.org/ns/did/v1'), fc.jsonValue()),
        id: fc.oneof(fc.constant(did), fc.jsonValue()),
        controller: member,
        alsoKnownAs: member,
        verificationMethod: fc.oneof(
          member,
          fc.array(fc.record({ id: member, type: member, controller: member })),
        ),
        authentication: member,
        keyAgreement: member,
        service: fc.oneof(member, fc.array(fc.record({ id: member, type: member, serviceEndpoint: member }))),
      },
      { requiredKeys: ['id'] },
    );
    await fc.assert(
      fc.asyncProperty(document, async (value) => {
        try {
          expect((await hosting(() => value).resolve(did)).id).toBe(did);
        } catch (error) {
          if (!(error instanceof EslabonError)) throw error;
          expect(error.code).toBe('DID_DOCUMENT_INVALID');
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('did:web of the agent itself', () => {
  const document = ownDidWebDocument(
    did,
    ['did:ethr:0x9e55c:0xf3beac30c498d9e26865f34fcaa57dbb935b0d74'],
    [
      {
        fragment: 'delegate-1',
        key: { algorithm: 'ES256', bytes: p256.getPublicKey(new Uint8Array(32).fill(5), true) },
      },
      {
        fragment: 'delegate-2',
        key: { algorithm: 'EdDSA', bytes: ed25519.getPublicKey(new Uint8Array(32).fill(5)) },
      },
    ],
  );

  it('has its keys under the fragments of its did:ethr, and names it', () => {
    expect(document).toMatchObject({
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
      id: did,
      alsoKnownAs: ['did:ethr:0x9e55c:0xf3beac30c498d9e26865f34fcaa57dbb935b0d74'],
      verificationMethod: [
        {
          id: `${did}#delegate-1`,
          type: 'JsonWebKey',
          controller: did,
          publicKeyJwk: { kty: 'EC', crv: 'P-256' },
        },
        {
          id: `${did}#delegate-2`,
          type: 'JsonWebKey',
          controller: did,
          publicKeyJwk: { kty: 'OKP', crv: 'Ed25519' },
        },
      ],
      authentication: [`${did}#delegate-1`, `${did}#delegate-2`],
      assertionMethod: [`${did}#delegate-1`, `${did}#delegate-2`],
    });
  });

  it('is one that another resolver takes', async () => {
    expect(await hosting(() => document).resolve(did)).toEqual(document);
  });

  it('is at hand', async () => {
    const web = createWebMethod({ own: [document] });
    expect(await web.resolve(parseDid(did), { kind: 'latest' })).toEqual({
      didDocument: document,
      didDocumentMetadata: {},
    });
  });
});
