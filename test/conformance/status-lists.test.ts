import { createPublicKey, createVerify } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { decodeList } from '@digitalbazaar/vc-bitstring-status-list';
import type { StatusPurpose } from '@eslabon/core';
import { parseCompactJws } from '@eslabon/credentials';
import type { JsonObject } from '@eslabon/data-integrity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getListFromStatusListJWT } from '@sd-jwt/jwt-status-list';
import { type Authority, startAuthority } from './authority.js';
import { type Answer, envelope, startWorld, type World } from './world.js';

const entries = 131_072;

let world: World;
let authority: Authority;

beforeAll(async () => {
  world = await startWorld({ pollMs: 40 });
  authority = await startAuthority(world);
  await authority.issueCertificate();
});

afterAll(() => world.server.stop());

const lists = async (
  list = 0,
  headers: Record<string, string> = {},
): Promise<Record<StatusPurpose, Answer>> => ({
  revocation: await world.get(`/status-lists/${list}/revocation`, headers),
  suspension: await world.get(`/status-lists/${list}/suspension`, headers),
});

describe('§3 “`GET` the `statusListCredential` URL: a credential of type BitstringStatusListCredential (also as `vc+jwt` by Accept), minimum 131,072 entries, `encodedList` = `u` + base64url(gzip(bitstring)), index 0 the most significant bit; Token Status List as `application/statuslist+jwt` (2 bits, least significant first, zlib, 0 VALID, 1 INVALID, 2 SUSPENDED, revoked wins), both with ttl, cache headers and the chain reference {chainId, contract, list, version, block}.”', () => {
  it('as a credential with a Data Integrity proof, which verifies', async () => {
    for (const [purpose, { status, json, type }] of Object.entries(await lists())) {
      expect([status, type]).toEqual([200, 'application/vc']);
      expect(json).toMatchObject({
        id: `${world.server.url}/status-lists/0/${purpose}`,
        type: ['VerifiableCredential', 'BitstringStatusListCredential'],
        issuer: world.server.agent.parts.keys.did,
        credentialSubject: { type: 'BitstringStatusList', statusPurpose: purpose, ttl: 300_000 },
      });
      expect(await world.verify(json)).toMatchObject({ status: 200 });
      const { encodedList } = json.credentialSubject as { encodedList: string };
      expect(encodedList).toMatch(/^uH4sI[\w-]+$/);
      expect(gunzipSync(Buffer.from(encodedList.slice(1), 'base64url')).length * 8).toBe(entries);
      expect((await decodeList({ encodedList })).length).toBe(entries);
    }
  });

  it.each([
    ['application/vc+jwt', 'application/vc+jwt'],
    ['application/vc', 'application/vc'],
    ['application/json', 'application/json; charset=utf-8'],
    ['application/ld+json, application/json, */*', 'application/ld+json'],
    ['*/*', 'application/vc'],
    ['application/vc+jwt;q=0.5, application/vc;q=0.4', 'application/vc+jwt'],
  ])('“by Accept”: %s', async (accept, expected) => {
    const { status, type, headers } = await world.get('/status-lists/0/revocation', { accept });
    expect([status, type, headers.get('vary')]).toEqual([200, expected, 'accept']);
  });

  it('says the same in every form, and the token is signed by a key of the authority', async () => {
    for (const purpose of ['revocation', 'suspension']) {
      const { text } = await world.get(`/status-lists/0/${purpose}`, { accept: 'application/vc+jwt' });
      const { header, payload } = parseCompactJws(text);
      expect(header).toMatchObject({ typ: 'vc+jwt', cty: 'vc', alg: 'ES256' });
      const { json } = await world.get(`/status-lists/0/${purpose}`);
      const bits = ({ credentialSubject }: JsonObject) =>
        decodedOf((credentialSubject as JsonObject).encodedList);
      expect(bits(payload).equals(bits(json))).toBe(true);
      expect(await world.verify(envelope(text))).toMatchObject({ status: 200 });
    }
  });

  it.each([
    '/status-lists/7/revocation',
    '/status-lists/0/other',
    '/status-lists/-1/revocation',
    '/status-lists/00/token',
    '/status-lists/x/token',
    '/status-lists/99999999999/token',
    '/status-lists/7/token',
  ])('%s is not there', async (path) => {
    expect(await world.get(path)).toMatchObject({ status: 404, json: { code: 'NOT_FOUND' } });
  });

  it.each([
    ['/status-lists/0/revocation', 'text/html'],
    ['/status-lists/0/revocation', 'application/statuslist+jwt'],
    ['/status-lists/0/token', 'application/vc'],
  ])('%s cannot be had as %s', async (path, accept) => {
    expect(await world.get(path, { accept })).toMatchObject({
      status: 406,
      json: { code: 'NOT_ACCEPTABLE' },
    });
  });

  it('is not published by an agent without a public https address', async () => {
    const inside = await startWorld({ publicUrl: 'http://127.0.0.1:9' });
    try {
      expect(await inside.issue('bitstring-status-list').catch((error: unknown) => error)).toBeInstanceOf(
        Error,
      );
      expect(await inside.get('/status-lists/0/revocation')).toMatchObject({ status: 404 });
    } finally {
      await inside.server.stop();
    }
  });
});

describe('§3 “Token Status List as `application/statuslist+jwt` (2 bits, least significant first, zlib, 0 VALID, 1 INVALID, 2 SUSPENDED, revoked wins), both with ttl, cache headers and the chain reference {chainId, contract, list, version, block}.”', () => {
  it('has the claims of the specification, and is signed', async () => {
    const { text, type } = await world.get('/status-lists/0/token');
    expect(type).toBe('application/statuslist+jwt');
    const { header, payload, signingInput, signature } = parseCompactJws(text);
    expect(header).toMatchObject({
      typ: 'statuslist+jwt',
      kid: `${world.server.agent.parts.keys.did}#delegate-1`,
    });
    expect(payload).toMatchObject({
      sub: `${world.server.url}/status-lists/0/token`,
      iat: expect.any(Number),
      exp: expect.any(Number),
      ttl: 300,
      status_list: { bits: 2, lst: expect.stringMatching(/^eN/) },
    });
    const list = getListFromStatusListJWT(text);
    expect(list.getBitsPerStatus()).toBe(2);
    const key = world.server.agent.parts.keys.key('delegate-1').publicKey;
    const spki = Buffer.concat([
      Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex'),
      key,
    ]);
    const verifying = createVerify('sha256').update(signingInput);
    const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    expect(verifying.verify({ key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
  });

  it('“both with ttl, cache headers and the chain reference {chainId, contract, list, version, block}”; another etag after each change', async () => {
    const view = await authority.issueCertificate();
    const read = async () => {
      const [{ json, headers }, token] = [
        await world.get('/status-lists/0/suspension'),
        await world.get('/status-lists/0/token'),
      ];
      for (const each of [headers, token.headers]) {
        expect(each.get('cache-control')).toMatch(/^public, max-age=\d+$/);
        expect(each.get('access-control-allow-origin')).toBe('*');
      }
      const { statusSource } = json.credentialSubject as { statusSource: JsonObject };
      const { type: _type, ...source } = statusSource;
      expect(parseCompactJws(token.text).payload.status_source).toEqual({
        ...source,
        block: expect.any(Number),
      });
      return { source, etag: String(headers.get('etag')), json };
    };
    const before = await read();
    const { chainId, contracts } = world.server.agent.parts.config.deployment;
    expect(before.source).toEqual({
      ...{ chainId, contract: contracts.statusRegistry.address, list: 0 },
      ...{ version: expect.any(Number), block: expect.any(Number) },
    });
    expect((await read()).etag).toBe(before.etag);
    const same = await world.get('/status-lists/0/suspension', { 'if-none-match': before.etag });
    expect([same.status, same.text]).toEqual([304, '']);
    await authority.decide(view, 'suspend');
    const after = await read();
    expect(after.etag).not.toBe(before.etag);
    expect(Number(after.source.version)).toBe(Number(before.source.version) + 1);
    expect(Number(after.source.block)).toBeGreaterThan(Number(before.source.block));
    const again = await world.get('/status-lists/0/suspension', { 'if-none-match': before.etag });
    expect(again.status).toBe(200);
  });
});

function decodedOf(encodedList: unknown): Buffer {
  return gunzipSync(Buffer.from(String(encodedList).slice(1), 'base64url'));
}
