import { openBundle, parseTrustAnchor } from '@eslabon/bundle';
import { createStatusListToken, publicKeyFromJwk } from '@eslabon/credentials';
import { jwkThumbprint } from '@eslabon/exchange';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  call,
  createTestKey,
  createTestWallet,
  offerSample,
  recognise,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestKey,
  type TestNetwork,
} from '../testing/index.js';
import { companyListTable } from './company-list-table.js';

let network: TestNetwork;
let agent: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  agent = network.agent('PE');
  await recognise([agent.agent, network.agent('MX').agent]);
  await startIssuing(agent);
});

afterAll(() => network.stop());

/** A key that holds a certificate. */
async function holder(): Promise<TestKey> {
  const wallet = createTestWallet(agent.url);
  const key = createTestKey();
  expect((await wallet.credential(await wallet.redeem(await offerSample(agent)), { key })).status).toBe(200);
  return key;
}

const thumbprintOf = ({ publicJwk }: TestKey) => jwkThumbprint(publicKeyFromJwk(publicJwk));
const uriOf = (key: TestKey) => `${agent.url}/v1/wallet/status-lists/${thumbprintOf(key)}`;
const now = () => Math.floor(Date.now() / 1000);

interface Changes {
  subject?: string;
  issuer?: string;
  issuedAt?: number;
  kid?: string;
  expiresAt?: number;
  bytes?: Uint8Array;
  by?: TestKey;
}

function listOf(key: TestKey, changes: Changes = {}): Promise<string> {
  const { subject = uriOf(key), issuedAt = now(), kid = `${key.did}#0`, by = key } = changes;
  const { issuer, expiresAt } = changes;
  return createStatusListToken({
    list: { bits: 1, bytes: changes.bytes ?? new Uint8Array(16) },
    ...{ subject, issuedAt },
    ...(issuer !== undefined && { issuer }),
    ...(expiresAt !== undefined && { expiresAt }),
    signer: { algorithm: by.alg, kid, sign: by.sign },
  });
}

const publish = (body: string) => call(agent.url, 'publishCompanyList', { body });
const published = (key: TestKey, headers = {}) =>
  call(agent.url, 'getCompanyList', { params: { thumbprint: thumbprintOf(key) }, headers });

describe('data for wallets', () => {
  it('the bundle opens with the anchor, and both are sent once', async () => {
    const anchor = await call(agent.url, 'getWalletAnchor');
    const bundle = await call(agent.url, 'getWalletBundle');
    const trust = parseTrustAnchor(anchor.json);
    const { issuers } = openBundle(bundle.bytes, trust, { attestor: 'PE' as never, now: now() });
    expect([...issuers.values()].map(({ record }) => record.country).sort()).toEqual(['MX', 'PE']);
    for (const [id, { headers }] of [
      ['getWalletAnchor', anchor],
      ['getWalletBundle', bundle],
    ] as const) {
      const etag = headers.get('etag') as string;
      expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
      const again = await fetch(`${agent.url}/v1/wallet/${id === 'getWalletAnchor' ? 'anchor' : 'bundle'}`, {
        headers: { 'if-none-match': etag },
      });
      expect(again.status).toBe(304);
    }
  });

  it('is not there where issuing to wallets is not configured', async () => {
    const { url } = network.agent('MX');
    for (const id of ['getWalletBundle', 'getWalletAnchor'] as const) {
      const { status, json } = await call(url, id);
      expect(status).toBe(404);
      expect(json).toMatchObject({ code: 'NOT_FOUND', hints: [expect.stringContaining('operations.md')] });
    }
    const thumbprint = 'A'.repeat(43);
    expect((await call(url, 'getCompanyList', { params: { thumbprint } })).status).toBe(404);
    expect((await call(url, 'publishCompanyList', { body: 'a.b.c' })).code).toBe('NOT_FOUND');
  });
});

describe('status lists of companies', () => {
  it('the newest is published as signed, and replaced only by a newer one', async () => {
    const key = await holder();
    expect(await published(key)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    const first = await listOf(key, { issuedAt: now() - 10 });
    expect(await publish(first)).toMatchObject({ status: 201, json: { uri: uriOf(key) } });
    expect((await publish(first)).status).toBe(201);
    const second = await listOf(key, { bytes: new Uint8Array(16).fill(1) });
    expect((await publish(second)).status).toBe(201);
    expect(await publish(first)).toMatchObject({ status: 409, code: 'COMPANY_LIST_OLDER' });
    const sameSecond = await listOf(key, { issuedAt: now() - 10, bytes: new Uint8Array(16).fill(3) });
    expect(await publish(sameSecond)).toMatchObject({ status: 409, code: 'COMPANY_LIST_OLDER' });
    const { bytes, headers } = await published(key);
    expect(Buffer.from(bytes).toString()).toBe(second);
    expect(
      (await fetch(uriOf(key), { headers: { 'if-none-match': headers.get('etag') as string } })).status,
    ).toBe(304);
    const { database } = agent.agent.parts;
    expect(await database.read.countBy(companyListTable, { holderKey: thumbprintOf(key) })).toBe(1);
  });

  it('takes the list of a key however its did:jwk is written', async () => {
    const key = createTestKey();
    const { kty, crv, x, y } = key.publicJwk;
    const did = `did:jwk:${Buffer.from(JSON.stringify({ y, x, crv, kty, use: 'sig' })).toString('base64url')}`;
    const wallet = createTestWallet(agent.url);
    const changes = { header: { jwk: undefined, kid: `${did}#0` } };
    const token = await wallet.redeem(await offerSample(agent));
    expect((await wallet.credential(token, { key, changes })).status).toBe(200);
    expect((await publish(await listOf(key))).status).toBe(201);
    const other = await listOf(key, { kid: `${did}#0`, issuer: did, issuedAt: now() + 1 });
    expect((await publish(other)).status).toBe(201);
  });

  it('takes the list of a company whose clock is ahead as far as verifiers allow, and the next one after it', async () => {
    const key = await holder();
    const ahead = now() + 240;
    expect((await publish(await listOf(key, { issuedAt: ahead }))).status).toBe(201);
    expect((await publish(await listOf(key, { issuedAt: ahead + 1 }))).status).toBe(201);
  });

  it.each<[string, (key: TestKey) => Promise<string>]>([
    ['a key without a certificate', () => listOf(createTestKey())],
    ['for another address', (key) => listOf(key, { subject: `${agent.url}/v1/wallet/status-lists/x` })],
    ['for the address of another company', (key) => listOf(key, { subject: uriOf(createTestKey()) })],
    ['signed by another key', (key) => listOf(key, { by: createTestKey() })],
    ['of the future, which would keep every later one out', (key) => listOf(key, { issuedAt: now() + 3600 })],
    ['that has expired', (key) => listOf(key, { expiresAt: now() - 3600 })],
    ['with a kid that no verifier takes', (key) => listOf(key, { kid: key.did })],
    ['with the name of another company', (key) => listOf(key, { issuer: createTestKey().did })],
    ['with no did:jwk as kid', (key) => listOf(key, { kid: 'did:web:example.com#0' })],
    ['that inflates to too much', (key) => listOf(key, { bytes: new Uint8Array(64 * 1024 + 1) })],
    ['that is no token', async () => 'hello'],
    ['that is empty', async () => ''],
  ])('COMPANY_LIST_REFUSED: %s', async (_, make) => {
    const key = await holder();
    expect(await publish(await make(key))).toMatchObject({ status: 400, code: 'COMPANY_LIST_REFUSED' });
    expect((await published(key)).status).toBe(404);
  });

  it('refuses what is too large, or of another type', async () => {
    expect(await publish('x'.repeat(16 * 1024 + 1))).toMatchObject({ code: 'INPUT_TOO_LARGE' });
    const headers = { 'content-type': 'text/plain' };
    expect(await call(agent.url, 'publishCompanyList', { body: 'x', headers })).toMatchObject({
      code: 'INPUT_UNSUPPORTED_MEDIA_TYPE',
    });
    const thumbprint = "'%20OR%201=1".padEnd(43, 'x');
    expect((await call(agent.url, 'getCompanyList', { params: { thumbprint } })).code).toBe('INPUT_INVALID');
  });
});
