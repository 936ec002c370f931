import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../json/json-object.js';
import { credential2, credentialWith, vcdm2 } from '../testing/documents.fixture.js';
import { resource, sha, sri384, typed } from '../testing/related-resources.fixture.js';
import { checkCredential } from './check-credential.js';

const multihash = (code: number, hash: string) =>
  Buffer.from([code, sha(hash).length, ...sha(hash)]).toString('base64url');

describe('what the rules allow', () => {
  it.each<[string, JsonObject]>([
    ['“Accept credentials without `id`.”', { id: undefined }],
    [
      'a base context as a text',
      { '@context': vcdm2, type: 'VerifiableCredential', credentialSubject: { id: 'urn:a' } },
    ],
    ['“inline contexts too”', { '@context': [vcdm2, { '@vocab': 'urn:example:' }] }],
    [
      'an inline context with a @context of its own',
      { '@context': [vcdm2, { '@context': { '@vocab': 'urn:example:' } }] },
    ],
    ['“`type` … URL”', { type: ['https://example.org/#Type', 'VerifiableCredential'] }],
    ['“`issuer` a URL”', { issuer: 'https://customs.example/issuers/1' }],
    ['“array of subjects is fine”', { credentialSubject: [{ id: 'urn:a' }, { name: 'B' }] }],
    ['“`credentialStatus` needs `type` (id optional, URL)”', { credentialStatus: typed }],
    ['several status entries', { credentialStatus: [typed, { ...typed, id: 'urn:a#1' }] }],
    [
      'schemas',
      {
        credentialSchema: [
          { ...typed, id: 'did:example:schemas/1' },
          { ...typed, id: 'urn:b' },
        ],
      },
    ],
    [
      'evidence, terms, refresh',
      { evidence: [typed, typed], termsOfUse: { ...typed, id: 'urn:a' }, refreshService: typed },
    ],
    ['a language value object', { name: { '@value': 'HTML', '@language': 'ar-x', '@direction': 'rtl' } }],
    ['names in several languages', { name: [{ '@value': 'Dog', '@language': 'en' }, { '@value': 'Perro' }] }],
    [
      '“milliseconds and offsets valid”',
      { validFrom: '2026-01-01T00:00:00.123Z', validUntil: '2026-12-31T23:59:59-05:00' },
    ],
    [
      'validFrom in the far future, the same instant',
      { validFrom: '9999-01-01T05:00:00Z', validUntil: '9999-01-01T00:00:00-05:00' },
    ],
    ['a digestSRI', resource({})],
    ['a digestSRI of sha-256', resource({ digestSRI: `sha256-${sha('sha256').toString('base64')}` })],
    [
      'of several hashes, the strongest',
      resource({ digestSRI: `sha256-${Buffer.alloc(32).toString('base64')} ${sri384}?ct=application/json` }),
    ],
    [
      '“accept the multibase digest with … multihash header”',
      resource({ digestMultibase: `u${multihash(0x12, 'sha256')}` }),
    ],
    ['the same of sha-384', resource({ digestMultibase: `u${multihash(0x20, 'sha384')}` })],
    [
      '“and without multihash header”',
      { relatedResource: { id: vcdm2, digestMultibase: `u${sha('sha256').toString('base64url')}` } },
    ],
    [
      'a resource that the package does not have',
      {
        relatedResource: [
          { id: 'https://e.example/a.json', digestSRI: sri384, mediaType: 'application/json' },
        ],
      },
    ],
  ])('%s', async (_name, members) => {
    expect(await checkCredential(credentialWith(members))).toEqual([]);
  });

  it('“Do not dereference status, schema or evidence of unknown types when issuing.”', async () => {
    const unknown = { type: 'UnknownType2030', id: 'https://unreachable.invalid/1' };
    const credential = credential2('did:example:i', {
      credentialStatus: unknown,
      credentialSchema: unknown,
      evidence: unknown,
    });
    expect(await checkCredential(credential)).toEqual([]);
  });
});
