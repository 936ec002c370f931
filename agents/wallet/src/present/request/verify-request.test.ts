import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { selfSigned } from '../../../../customs/src/testing/self-signed.js';
import { createTestKey, signJwt, type TestKey } from '../../../../customs/src/testing/test-wallet.js';
import { readX509 } from '../x509/read-x509.js';
import { fetchRequest } from './fetch-request.js';
import { requestLinkOf } from './request-link.js';
import { verifyRequest } from './verify-request.js';

type Json = Record<string, unknown>;

const key = createTestKey();
const clientId = `decentralized_identifier:${key.did}`;
const now = new Date('2026-11-22T15:00:00Z');
const at = now.getTime() / 1000;

const header = { alg: 'ES256', typ: 'oauth-authz-req+jwt', kid: `${key.did}#0` };
const claims = {
  client_id: clientId,
  aud: 'https://self-issued.me/v2',
  response_type: 'vp_token',
  response_mode: 'direct_post',
  response_uri: 'https://verifier.example/answers/1',
  nonce: 'n-0S6_WzA2Mj',
  state: 's1',
  dcql_query: { credentials: [{ id: 'a', format: 'dc+sd-jwt', meta: { vct_values: ['v'] } }] },
  iat: at,
  exp: at + 600,
};

interface Changes {
  header?: Json;
  claims?: Json;
  by?: TestKey;
  walletNonce?: string;
  linkClientId?: string;
}

async function check(changes: Changes = {}) {
  const { by = key, walletNonce, linkClientId = String(changes.claims?.client_id ?? clientId) } = changes;
  const request = await signJwt(by, { ...header, ...changes.header }, { ...claims, ...changes.claims });
  return verifyRequest({ request, walletNonce }, { clientId: linkClientId, bundle: undefined, now });
}

describe('a request that is right', () => {
  it('is read, by a verifier that stays without a name', async () => {
    expect(await check()).toMatchObject({
      ...{
        clientId,
        name: undefined,
        country: undefined,
        nonce: claims.nonce,
        state: 's1',
        expiresAt: at + 600,
      },
      encryption: undefined,
    });
    expect((await check()).responseUri.href).toBe(claims.response_uri);
  });

  it('has a name on one line, not written backwards, and no purpose with what cannot be seen', async () => {
    const odd = {
      client_metadata: { client_name: 'Aduana\n\u202eEP' },
      eslabon_purpose: { kind: 'consignment', reference: 'MSCU\u202e7654321' },
    };
    expect(await check({ claims: odd })).toMatchObject({ name: 'Aduana··EP', purpose: undefined });
  });

  it('repeats the nonce of the wallet where there is one', async () => {
    await expect(check({ walletNonce: 'w', claims: { wallet_nonce: 'w' } })).resolves.toBeDefined();
  });

  it('may be for the address that it was fetched from, and for no other', async () => {
    const requestUri = 'https://verifier.example/r';
    const ask = async (aud: unknown, from: string | undefined) => {
      const request = await signJwt(key, header, { ...claims, aud });
      const fetched = { request, requestUri: from, walletNonce: undefined };
      return verifyRequest(fetched, { clientId, bundle: undefined, now });
    };
    await expect(ask([requestUri], requestUri)).resolves.toBeDefined();
    for (const [aud, from] of [
      [requestUri, undefined],
      [requestUri, `${requestUri}2`],
      [[], requestUri],
    ]) {
      await expect(ask(aud, from as string | undefined)).rejects.toMatchObject({ code: 'REQUEST_AUDIENCE' });
    }
  });

  it('may be within the tolerance of clocks', async () => {
    await expect(check({ claims: { exp: at - 299, iat: at + 299 } })).resolves.toBeDefined();
  });

  it('says what it is for in a claim of ours; whatever else stands there is no purpose', async () => {
    const purpose = { kind: 'consignment', reference: 'MSCU1234567' };
    expect((await check({ claims: { eslabon_purpose: purpose } })).purpose).toEqual(purpose);
    expect((await check({ claims: { eslabon_purpose: { kind: 'marketing' } } })).purpose).toBeUndefined();
  });

  it('is answered encrypted to the key that it brings', async () => {
    const jwk = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', kid: 'k', use: 'enc', alg: 'ECDH-ES' };
    const metadata = (jwks: unknown, encs?: string[]) => ({
      response_mode: 'direct_post.jwt',
      client_metadata: {
        jwks: { keys: jwks },
        ...(encs && { encrypted_response_enc_values_supported: encs }),
      },
    });
    expect((await check({ claims: metadata([{ ...jwk, use: 'sig' }, jwk]) })).encryption).toEqual({
      ...{ jwk, enc: 'A128GCM' },
    });
    expect((await check({ claims: metadata([jwk], ['A128GCM', 'A256GCM']) })).encryption?.enc).toBe(
      'A256GCM',
    );
    for (const bad of [
      [],
      [{ ...jwk, alg: 'RSA-OAEP' }],
      [{ ...jwk, kty: 'RSA' }],
      [{ ...jwk, crv: 'P-111' }],
    ]) {
      await expect(check({ claims: metadata(bad) })).rejects.toMatchObject({ code: 'REQUEST_UNSUPPORTED' });
    }
    await expect(check({ claims: metadata([jwk], ['A128CBC-HS256']) })).rejects.toMatchObject({
      code: 'REQUEST_UNSUPPORTED',
    });
  });
});

describe('a request is refused with', () => {
  it.each<[string, Changes, string]>([
    ['another audience', { claims: { aud: 'https://other.example' } }, 'REQUEST_AUDIENCE'],
    ['another type', { header: { typ: 'JWT' } }, 'REQUEST_INVALID'],
    ['no type', { header: { typ: undefined } }, 'REQUEST_INVALID'],
    ['alg none', { header: { alg: 'none' } }, 'REQUEST_UNSIGNED'],
    ['alg None', { header: { alg: 'None' } }, 'REQUEST_UNSIGNED'],
    ['an algorithm of secrets', { header: { alg: 'HS256' } }, 'REQUEST_INVALID'],
    ['an algorithm that is not the key’s', { header: { alg: 'ES256K' } }, 'REQUEST_SIGNATURE'],
    ['the signature of another key', { by: createTestKey() }, 'REQUEST_SIGNATURE'],
    ['a key in its header', { header: { jwk: createTestKey().publicJwk } }, 'REQUEST_INVALID'],
    ['a critical extension', { header: { crit: ['b64'], b64: false } }, 'REQUEST_INVALID'],
    ['the kid of somebody else', { header: { kid: `${createTestKey().did}#0` } }, 'REQUEST_INVALID'],
    ['no kid', { header: { kid: undefined } }, 'REQUEST_INVALID'],
    ['another fragment', { header: { kid: `${key.did}#1` } }, 'REQUEST_CLIENT_UNSUPPORTED'],
    [
      'another client than the link, whose key signed',
      { claims: { client_id: `decentralized_identifier:${createTestKey().did}` }, linkClientId: clientId },
      'REQUEST_INVALID',
    ],
    [
      'another client than the link',
      { linkClientId: 'decentralized_identifier:did:jwk:x' },
      'REQUEST_INVALID',
    ],
    ['another wallet’s nonce', { walletNonce: 'w', claims: { wallet_nonce: 'v' } }, 'REQUEST_NONCE'],
    ['no wallet nonce', { walletNonce: 'w' }, 'REQUEST_NONCE'],
    ['an end in the past', { claims: { exp: at - 300 } }, 'REQUEST_EXPIRED'],
    ['a beginning in the future', { claims: { nbf: at + 301 } }, 'REQUEST_EXPIRED'],
    ['an instant in the future', { claims: { iat: at + 301 } }, 'REQUEST_EXPIRED'],
    ['http', { claims: { response_uri: 'http://verifier.example/a' } }, 'ADDRESS_REFUSED'],
    [
      'a user in the address',
      { claims: { response_uri: 'https://a:b@verifier.example/' } },
      'ADDRESS_REFUSED',
    ],
    ['no address', { claims: { response_uri: undefined } }, 'REQUEST_INVALID'],
    ['no nonce', { claims: { nonce: undefined } }, 'REQUEST_INVALID'],
    ['a nonce of spaces', { claims: { nonce: 'a b' } }, 'REQUEST_INVALID'],
    ['no query', { claims: { dcql_query: undefined } }, 'REQUEST_INVALID'],
    ['a query that is none', { claims: { dcql_query: { credentials: [] } } }, 'REQUEST_INVALID'],
    [
      'a query that names itself wrongly',
      { claims: { dcql_query: { ...claims.dcql_query, credential_sets: [{ options: [['b']] }] } } },
      'REQUEST_INVALID',
    ],
    ['transaction data', { claims: { transaction_data: ['e30'] } }, 'REQUEST_UNSUPPORTED'],
    ['a presentation definition', { claims: { presentation_definition: {} } }, 'REQUEST_UNSUPPORTED'],
    [
      'a redirect instead of a post',
      { claims: { redirect_uri: 'https://verifier.example/' } },
      'REQUEST_UNSUPPORTED',
    ],
    ['another response mode', { claims: { response_mode: 'fragment' } }, 'REQUEST_UNSUPPORTED'],
    ['another response type', { claims: { response_type: 'id_token' } }, 'REQUEST_UNSUPPORTED'],
    ['encryption and no key', { claims: { response_mode: 'direct_post.jwt' } }, 'REQUEST_UNSUPPORTED'],
    ['an unsigned prefix', { claims: { client_id: 'redirect_uri:https://v.example/' } }, 'REQUEST_UNSIGNED'],
    ['no prefix', { claims: { client_id: 'https://verifier.example' } }, 'REQUEST_CLIENT_UNSUPPORTED'],
    ['a name without prefix', { claims: { client_id: 'customs' } }, 'REQUEST_CLIENT_UNSUPPORTED'],
    ['did:web', { claims: { client_id: 'decentralized_identifier:did:web:v.example' } }, 'REQUEST_INVALID'],
  ])('%s', async (_, changes, code) => {
    await expect(check(changes)).rejects.toMatchObject({ code });
  });

  it('an altered part', async () => {
    const request = await signJwt(key, header, claims);
    const [head, , signature] = request.split('.') as [string, string, string];
    const altered = Buffer.from(JSON.stringify({ ...claims, state: 's2' })).toString('base64url');
    const context = { clientId, bundle: undefined, now };
    for (const [token, code] of [
      [`${head}.${altered}.${signature}`, 'REQUEST_SIGNATURE'],
      [`${head}.${altered}.`, 'REQUEST_SIGNATURE'],
      [`${head}.${altered}`, 'REQUEST_INVALID'],
      ['', 'REQUEST_INVALID'],
      [`${request}.x`, 'REQUEST_INVALID'],
    ] as const) {
      await expect(verifyRequest({ request: token, walletNonce: undefined }, context)).rejects.toMatchObject({
        code,
      });
    }
  });
});

describe('a request by certificate', () => {
  const { certificate, key: pem } = selfSigned('verifier.example');
  const leaf = new X509Certificate(certificate);
  const x5c = [leaf.raw.toString('base64')];
  const signer: TestKey = {
    ...createTestKey(),
    sign: (data) => sign('sha256', data, { key: createPrivateKey(pem), dsaEncoding: 'ieee-p1363' }),
  };
  const byName = 'x509_san_dns:verifier.example';
  const withClock = (shift: number) =>
    signJwt(
      signer,
      { ...header, kid: undefined, x5c },
      { ...claims, client_id: byName, iat: undefined, exp: undefined },
    ).then((request) =>
      verifyRequest(
        { request, walletNonce: undefined },
        { clientId: byName, bundle: undefined, now: new Date(Date.now() + shift) },
      ),
    );

  it('is read as OpenSSL reads it', () => {
    const read = readX509(leaf.raw);
    expect(read.dnsNames).toEqual(['verifier.example']);
    expect(read.notBefore).toBe(Date.parse(leaf.validFrom) / 1000);
    expect(read.notAfter).toBe(Date.parse(leaf.validTo) / 1000);
    const { x } = leaf.publicKey.export({ format: 'jwk' }) as { x: string };
    expect(Buffer.from(read.key.bytes.subarray(1)).toString('base64url')).toBe(x);
  });

  it('is taken while the certificate is valid, and proves no authority', async () => {
    expect(await withClock(0)).toMatchObject({ clientId: byName, country: undefined });
    await expect(withClock(2 * 86_400_000)).rejects.toMatchObject({ code: 'REQUEST_EXPIRED' });
    await expect(withClock(-2 * 86_400_000)).rejects.toMatchObject({ code: 'REQUEST_EXPIRED' });
  });

  it.each<[string, Changes, string]>([
    ['an answer to another host', { claims: { response_uri: 'https://other.example/' } }, 'REQUEST_HOST'],
    [
      'an answer to a host below',
      { claims: { response_uri: 'https://a.verifier.example/' } },
      'REQUEST_HOST',
    ],
    ['a name that is not in it', { claims: { client_id: 'x509_san_dns:other.example' } }, 'REQUEST_INVALID'],
    ['another hash', { claims: { client_id: 'x509_hash:AAAA' } }, 'REQUEST_INVALID'],
    ['the signature of another key', { by: key }, 'REQUEST_SIGNATURE'],
    ['no certificate', { header: { x5c: undefined } }, 'REQUEST_INVALID'],
    ['a certificate that is none', { header: { x5c: ['AAAA'] } }, 'REQUEST_INVALID'],
    [
      'a certificate cut off',
      { header: { x5c: [leaf.raw.subarray(0, 200).toString('base64')] } },
      'REQUEST_INVALID',
    ],
  ])('is refused with %s', async (_, changes, code) => {
    // Within the day of the certificate, whatever day it is.
    const { by = signer } = changes;
    const request = await signJwt(
      by,
      { ...header, kid: undefined, x5c, ...changes.header },
      { ...claims, client_id: byName, iat: undefined, exp: undefined, ...changes.claims },
    );
    const context = {
      clientId: String(changes.claims?.client_id ?? byName),
      bundle: undefined,
      now: new Date(),
    };
    await expect(verifyRequest({ request, walletNonce: undefined }, context)).rejects.toMatchObject({ code });
  });
});

describe('a link', () => {
  it.each([
    ['openid4vp://?client_id=a&request_uri=https://v.example/r&request_uri_method=post', 'post'],
    ['openid4vp://authorize?client_id=a&request_uri=https://v.example/r', 'get'],
    ['haip-vp://?client_id=a&request_uri=https://v.example/r', 'get'],
    ['https://v.example/authorize?client_id=a&request_uri=https://v.example/r', 'get'],
    [
      `https://w.example/wallet/#request=${encodeURIComponent('openid4vp://?client_id=a&request_uri=https://v.example/r')}`,
      'get',
    ],
  ])('%s', (link, method) => {
    expect(requestLinkOf(` ${link}\n`)).toEqual({ clientId: 'a', requestUri: 'https://v.example/r', method });
  });

  it.each([
    ['', 'LINK_UNKNOWN'],
    ['https://v.example/', 'LINK_UNKNOWN'],
    ['javascript:alert(1)?client_id=a&request_uri=b', 'LINK_UNKNOWN'],
    ['openid-credential-offer://?credential_offer_uri=https://v.example', 'LINK_UNKNOWN'],
    ['openid4vp://?client_id=a&response_type=vp_token&nonce=n&dcql_query={}', 'REQUEST_UNSIGNED'],
    ['openid4vp://?client_id=a&request_uri=https://v.example/r&request=x.y.z', 'REQUEST_UNSIGNED'],
    [`https://w.example/#request=${encodeURIComponent('https://w.example/#request=x')}`, 'LINK_UNKNOWN'],
  ])('“%s” is refused with %s', (link, code) => {
    expect(() => requestLinkOf(link)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a request that is fetched', () => {
  const link = { clientId, requestUri: 'https://verifier.example/r', method: 'post' as const };

  it('by POST tells a fresh nonce each time, and nothing else about the wallet', async () => {
    const bodies: URLSearchParams[] = [];
    const nonces = [];
    for (let time = 0; time < 2; time++) {
      const { walletNonce } = await fetchRequest(async (_, init) => {
        bodies.push(init?.body as URLSearchParams);
        expect(init).toMatchObject({ method: 'POST', redirect: 'error', credentials: 'omit' });
        return new Response('x.y.z');
      }, link);
      nonces.push(walletNonce);
    }
    expect(new Set(nonces).size).toBe(2);
    expect(bodies.map((body) => body.get('wallet_nonce'))).toEqual(nonces);
    expect(bodies[0]?.get('wallet_metadata')).toBe(bodies[1]?.get('wallet_metadata'));
  });

  it.each([
    [404, 'REQUEST_GONE'],
    [302, 'ANSWER_INVALID'],
    [500, 'OUT_OF_ORDER'],
  ])('with %s is %s', async (status, code) => {
    await expect(fetchRequest(async () => new Response('', { status }), link)).rejects.toMatchObject({
      code,
    });
  });

  it('from an address that is not safe is not asked for', async () => {
    const never = () => Promise.reject(new Error('asked'));
    for (const requestUri of ['http://verifier.example/r', 'ftp://v.example', 'data:text/plain,x', 'x']) {
      await expect(fetchRequest(never, { ...link, requestUri })).rejects.toMatchObject({
        code: 'ADDRESS_REFUSED',
      });
    }
  });
});
