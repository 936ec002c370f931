import { vcdm2Context } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { anyCredential, issuer } from '../testing/documents.fixture.js';
import { sdJwtOf } from '../testing/sd-jwts.fixture.js';
import { jwtOf, key, type Members, malformed, open, secure } from '../testing/securings.fixture.js';

/** Each rule with a document that breaks it, by the words of the contract. */
const credentials: [string, Members][] = [
  ['“unknown top-level members”', { badExtension: { huh: 'what?' } }],
  ['“unknown top-level members”: an embedded proof, which nobody would verify', { proof: {} }],
  ['“`vc`/`vp` claims”: vc', { vc: {} }],
  ['“`vc`/`vp` claims”: vp', { vp: 'x' }],
  ['no context', { '@context': undefined }],
  ['another context first', { '@context': ['https://www.w3.org/ns/credentials/examples/v2', vcdm2Context] }],
  ['no type', { type: undefined }],
  ['another type', { type: ['VerifiablePresentation'] }],
  ['no issuer', { issuer: undefined }],
  ['an issuer that is no URL', { issuer: 'issuer' }],
  ['an issuer without id', { issuer: { name: 'x' } }],
  ['no subject', { credentialSubject: undefined }],
  ['a subject that is a text', { credentialSubject: 'x' }],
  ['no subjects', { credentialSubject: [] }],
  ['an iss other than the issuer', { iss: 'https://other.example' }],
  ['a jti other than the id', { jti: 'urn:uuid:0' }],
  ['a sub other than the subject', { sub: 'did:example:other' }],
];

describe('a credential', () => {
  it.each(credentials)('fails for %s, when it is secured and when it is opened', async (_what, change) => {
    const bad = anyCredential(change);
    for (const mediaType of ['application/vc+jwt', 'application/vc+sd-jwt', 'application/vc+cose'] as const) {
      await expect(secure(mediaType, bad)).rejects.toThrow(malformed);
    }
    await expect(open(await jwtOf('vc+jwt', bad))).rejects.toThrow(malformed);
    await expect(open(await sdJwtOf(key, bad, [], 'vc+sd-jwt'))).rejects.toThrow(malformed);
  });

  it('may have what the data model has, and claims that agree with it', async () => {
    const full = anyCredential({
      ...{ name: 'n', description: 'd', validUntil: '2027-01-10T00:00:00Z', credentialStatus: { type: 'X' } },
      ...{ credentialSchema: { id: 'https://s.example', type: 'X' }, evidence: [], termsOfUse: [] },
      ...{ refreshService: {}, relatedResource: [], confidenceMethod: {}, renderMethod: [] },
    });
    const claims = { iss: issuer, jti: full.id, sub: 'did:example:subject', aud: 'x', cnf: {}, nonce: 'n' };
    const opened = await open(await secure('application/vc+jwt', full, { claims }));
    expect(opened).toMatchObject({ document: full, claims });
  });

  it('may have an issuer that is an object, several subjects, and members that the caller knows', async () => {
    const some = anyCredential({ issuer: { id: issuer, name: 'x' }, credentialSubject: [{}, {}], extra: 1 });
    const additionalMembers = ['extra'];
    const secured = await secure('application/vc+jwt', some, { additionalMembers });
    expect((await open(secured, { additionalMembers })).document).toEqual(some);
    await expect(open(secured)).rejects.toThrow(malformed);
  });

  it('may have an iat that is a text, as other issuers write it: it says nothing about validity', async () => {
    expect((await open(await jwtOf('vc+jwt', anyCredential({ iat: '2010-01-01T19:23:24Z' })))).kind).toBe(
      'credential',
    );
  });
});
