import { signCompactJws } from '@eslabon/credentials';
import { createTestKey, examples, vcdm2 } from '@eslabon/data-integrity/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRefused } from './refused.js';
import { credentialOf, startWorld, type World } from './world.js';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.server.stop());

describe('§2 enveloped credentials', () => {
  const key = createTestKey('ES256');
  const token = async (payload: object, header: object = {}) => {
    const { verificationMethod: kid, signer } = await key;
    return signCompactJws({ alg: 'ES256', kid, typ: 'vc+jwt', ...header }, payload, signer.sign);
  };
  const envelope = (jwt: string, more: object = {}) => ({
    '@context': vcdm2,
    id: `data:application/vc+jwt,${jwt}`,
    type: 'EnvelopedVerifiableCredential',
    ...more,
  });

  it('verify, whoever issued them', async () => {
    const { did } = await key;
    const payload = credentialOf(did, { validFrom: '2024-01-01T00:00:00Z' });
    expect(await world.verify(envelope(await token(payload)))).toMatchObject({ status: 200 });
    expect(await world.verify(envelope(await token({ ...payload, iss: did }, { cty: 'vc' })))).toMatchObject({
      status: 200,
    });
  });

  it.each<[string, object, object]>([
    ['another type', {}, { typ: 'JWT' }],
    ['no type', {}, { typ: undefined }],
    ['the type of a presentation', {}, { typ: 'vp+jwt' }],
    ['another content type', {}, { cty: 'vp' }],
    ['no kid', {}, { kid: undefined }],
    ['a kid without fragment', {}, { kid: 'did:key:zDna' }],
    ['a kid of nobody', {}, { kid: 'did:key:zDnaeYCb6v8Ho4kNMQ7xnKqZo#x' }],
    ['a claim vc', { vc: {} }, {}],
    ['another issuer in iss', { iss: 'did:example:other' }, {}],
    ['another id in jti', { jti: 'urn:other' }, {}],
    ['another subject in sub', { sub: 'did:example:other' }, {}],
    ['an expiry that is over', { exp: 1_700_000_000 }, {}],
    ['a beginning to come', { nbf: 4_000_000_000 }, {}],
    ['a signature from the future', { iat: 4_000_000_000 }, {}],
    ['an expiry that is no number', { exp: 'tomorrow' }, {}],
    ['an issuer whose key it is not', { issuer: 'did:example:other' }, {}],
    ['an unknown member', { unknownMember: 1 }, {}],
    ['no subject', { credentialSubject: undefined }, {}],
    ['a date that is none', { validFrom: 'yesterday' }, {}],
    ['an unknown context', { '@context': [vcdm2, 'https://e.example/v1'] }, {}],
  ])('are refused with %s', async (_what, claims, header) => {
    const payload = { ...credentialOf((await key).did), ...claims };
    expectRefused(await world.verify(envelope(await token(payload, header))));
  });

  it.each<[string, (jwt: string) => object]>([
    ['another media type', (jwt) => envelope(jwt, { id: `data:application/jwt,${jwt}` })],
    [
      'a media type that the token is not',
      (jwt) => envelope(jwt, { id: `data:application/vc+sd-jwt,${jwt}` }),
    ],
    ['base64', (jwt) => envelope(jwt, { id: `data:application/vc+jwt;base64,${btoa(jwt)}` })],
    ['no data URL', (jwt) => envelope(jwt, { id: jwt })],
    ['no id', (jwt) => envelope(jwt, { id: undefined })],
    ['no context', (jwt) => envelope(jwt, { '@context': undefined })],
    ['another context', (jwt) => envelope(jwt, { '@context': [vcdm2, examples] })],
    ['a member that looks like a claim', (jwt) => envelope(jwt, { credentialSubject: { tin: 'PE1' } })],
    ['another type beside', (jwt) => envelope(jwt, { type: ['EnvelopedVerifiableCredential', 'X'] })],
    ['nothing in it', () => envelope('')],
    ['an altered token', (jwt) => envelope(`${jwt.slice(0, -4)}AAAA`)],
    ['a token cut short', (jwt) => envelope(jwt.split('.').slice(0, 2).join('.'))],
  ])('are refused in an envelope with %s', async (_what, make) => {
    expectRefused(await world.verify(make(await token(credentialOf((await key).did)))));
  });
});
