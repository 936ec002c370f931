import { createHash } from 'node:crypto';
import { aeoContext, delegationContext } from '@eslabon/core';
import { aeoContextDocument, delegationContextDocument } from '@eslabon/credentials';
import { describe, expect, it } from '@jest/globals';
import { expand } from '../json-ld/expand.js';
import { checkContexts } from './check-contexts.js';
import { contextBytes } from './context-bytes.js';
import { loadContext } from './load-context.js';
import { packagedContexts } from './packaged-contexts.js';

const digestOf = (url: string, hash: string, encoding: 'hex' | 'base64') =>
  createHash(hash)
    .update(contextBytes(url) as Uint8Array)
    .digest(encoding);

describe('“Contexts needed offline:”', () => {
  it.each([
    ['credentials/v1', 'https://www.w3.org/2018/credentials/v1'],
    ['credentials/v2', 'https://www.w3.org/ns/credentials/v2'],
    ['credentials/examples/v2', 'https://www.w3.org/ns/credentials/examples/v2'],
    ['security/data-integrity/v1', 'https://w3id.org/security/data-integrity/v1'],
    ['security/data-integrity/v2', 'https://w3id.org/security/data-integrity/v2'],
    ['security/multikey/v1', 'https://w3id.org/security/multikey/v1'],
    ['security/suites/ed25519-2020/v1', 'https://w3id.org/security/suites/ed25519-2020/v1'],
    ['did/v1', 'https://www.w3.org/ns/did/v1'],
    ['our AEO context', aeoContext],
    ['our delegation context', delegationContext],
  ])('“%s”', async (_name, url) => {
    const { document, documentUrl } = await loadContext(url);
    expect(documentUrl).toBe(url);
    expect(document['@context']).toBeInstanceOf(Object);
    expect(() => checkContexts({ '@context': [url] })).not.toThrow();
  });

  it('“credentials/examples/v2 (`{"@context":{"@vocab":"https://www.w3.org/ns/credentials/examples#"}}`)”', () => {
    expect(JSON.stringify(packagedContexts.get('https://www.w3.org/ns/credentials/examples/v2'))).toBe(
      '{"@context":{"@vocab":"https://www.w3.org/ns/credentials/examples#"}}',
    );
  });

  it('“our AEO context”', async () => {
    expect((await loadContext(aeoContext)).document).toBe(aeoContextDocument);
    expect(JSON.parse(new TextDecoder().decode(contextBytes(aeoContext)))).toEqual(aeoContextDocument);
  });

  it('our delegation context', async () => {
    expect((await loadContext(delegationContext)).document).toBe(delegationContextDocument);
    expect(JSON.parse(new TextDecoder().decode(contextBytes(delegationContext)))).toEqual(
      delegationContextDocument,
    );
  });

  it('our delegation context knows every term of a delegation and of its presentation', async () => {
    const v2 = 'https://www.w3.org/ns/credentials/v2';
    const envelope = {
      '@context': v2,
      id: 'data:application/vc+jwt,a.b.c',
      type: 'EnvelopedVerifiableCredential',
    };
    const [delegation] = await expand({
      '@context': [v2, delegationContext],
      id: 'urn:uuid:6ff5e8a1-7bb0-4b4e-9a53-3a1f6b1f0003',
      type: ['VerifiableCredential', 'AeoDelegationCredential'],
      issuer: 'did:jwk:e30',
      validFrom: '2026-06-01T12:00:00Z',
      validUntil: '2026-06-02T12:00:00Z',
      credentialSubject: {
        ...{ id: 'did:jwk:e31', type: 'AeoDelegate', certificate: envelope },
        ...{ purposes: ['counter', 'declaration'], references: ['26-1'] },
      },
      credentialStatus: {
        ...{
          type: 'AeoDelegationStatusEntry',
          statusListUri: 'https://agent.example/l',
          index: 7,
          maxAge: 60,
        },
      },
    });
    const [presentation] = await expand({
      '@context': [v2, delegationContext],
      type: ['VerifiablePresentation'],
      holder: 'did:jwk:e31',
      verifiableCredential: [envelope],
      delegationStatus: 'a.b.c',
    });
    const own = 'https://w3id.org/eslabon/vocabulary#';
    for (const term of ['purpose', 'reference', 'delegatedCertificate', 'statusListUri', 'index', 'maxAge']) {
      expect(JSON.stringify(delegation)).toContain(`"${own}${term}"`);
    }
    expect(presentation).toMatchObject({ [`${own}delegationStatus`]: [{ '@value': 'a.b.c' }] });
  });

  it('“inline contexts too”', async () => {
    const document = { '@context': { tin: 'https://schema.org/taxID' }, tin: 'PE20100070970' };
    expect(() => checkContexts(document)).not.toThrow();
    expect(await expand(document)).toEqual([{ 'https://schema.org/taxID': [{ '@value': 'PE20100070970' }] }]);
  });
});

describe('the bytes that contexts are published as', () => {
  it('“`https://www.w3.org/ns/credentials/v2`: sha-256 `59955ced…2734`, sha-384 `l/HrjlBC…ZbYU`”', () => {
    const url = 'https://www.w3.org/ns/credentials/v2';
    expect(digestOf(url, 'sha256', 'hex')).toBe(
      '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
    );
    expect(digestOf(url, 'sha384', 'base64')).toBe(
      'l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU',
    );
  });

  it.each([
    [
      'https://www.w3.org/2018/credentials/v1',
      'ab4ddd9a531758807a79a5b450510d61ae8d147eab966cc9a200c07095b0cdcc',
    ],
    [
      'https://w3id.org/security/data-integrity/v2',
      '67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4',
    ],
  ])('%s has the sha-256 that its specification gives', (url, sha256) => {
    expect(digestOf(url, 'sha256', 'hex')).toBe(sha256);
  });

  it('the examples context has the sha-384 that VCDM 2.0 gives', () => {
    expect(digestOf('https://www.w3.org/ns/credentials/examples/v2', 'sha384', 'base64')).toBe(
      'zNNbQTWCSUSi0bbz7dbua+RcENv7C6FvlmYJ1Y+I727HsPOHdzwELMYO9Mz68M26',
    );
  });

  it.each([...packagedContexts.keys()])('%s: bytes, where there are any, are the context', (url) => {
    const bytes = contextBytes(url);
    if (bytes === undefined) expect(url).toMatch(/did|ed25519|multikey|integrity\/v1/);
    else expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(packagedContexts.get(url));
  });

  it.each(['https://e.example/v1', 'constructor', '__proto__'])('“%s” has none', (url) => {
    expect(contextBytes(url)).toBeUndefined();
  });
});

describe('“Contexts come from the package, never from the network.”', () => {
  it.each(['https://e.example/v1', 'https://www.w3.org/ns/credentials/v2/', 'file:///etc/hosts', ''])(
    'loading “%s” is refused',
    async (url) => {
      await expect(loadContext(url)).rejects.toMatchObject({
        code: 'CREDENTIAL_REFUSED',
        details: { problems: [{ code: 'CONTEXT_UNKNOWN' }] },
      });
    },
  );

  it.each([
    ['imported', 'CONTEXT_UNKNOWN', { '@import': 'https://e.example/v1' }],
    [
      'of a term',
      'CONTEXT_INVALID',
      { term: { '@id': 'https://e.example/t', '@context': 'https://e.example/v1' } },
    ],
  ])('a context that is %s by an inline context is refused too', async (_name, code, context) => {
    await expect(
      expand({ '@context': { '@version': 1.1, ...context }, term: { a: 1 } }),
    ).rejects.toMatchObject({
      details: { problems: [{ code }] },
    });
  });
});

describe('bounds of contexts', () => {
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`t${at}`, `urn:${at}`]));

  it.each([
    ['too many contexts', { '@context': Array.from({ length: 33 }, () => ({})) }],
    ['too many contexts, spread', { a: Array.from({ length: 33 }, () => ({ '@context': {} })) }],
    ['too many values in one', { '@context': many(1024) }],
    [
      'too much for the number of objects',
      { '@context': many(200), a: Array.from({ length: 700 }, () => ({})) },
    ],
  ])('%s', (_name, document) => {
    expect(() => checkContexts(document)).toThrow(expect.objectContaining({ code: 'CREDENTIAL_TOO_LARGE' }));
  });

  it.each([
    ['as many contexts as allowed', { '@context': Array.from({ length: 32 }, () => ({})) }],
    ['as many values as allowed', { '@context': many(1023) }],
  ])('%s', (_name, document) => {
    expect(() => checkContexts(document)).not.toThrow();
  });

  it.each([
    ['null', null, '/a/@context'],
    ['a number', 7, '/a/@context'],
    ['a list in a list', [['https://www.w3.org/ns/credentials/v2']], '/a/@context/0'],
  ])('a context that is %s is refused, with its place', (_name, context, pointer) => {
    expect(() => checkContexts({ a: { '@context': context } })).toThrow(
      expect.objectContaining({
        details: { problems: [expect.objectContaining({ code: 'CONTEXT_ITEM', pointer })] },
      }),
    );
  });
});
