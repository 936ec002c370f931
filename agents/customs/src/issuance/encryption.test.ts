import { generateKeyPairSync } from 'node:crypto';
import { parseCompactJws } from '@eslabon/credentials';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompactEncrypt, compactDecrypt, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import {
  createTestKey,
  createTestWallet,
  decide,
  expectRefused,
  issueSample,
  keyProof,
  offerSample,
  settled,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
  type WalletAnswer,
} from '../testing/index.js';

let network: TestNetwork;
let agent: TestAgent;
let wallet: ReturnType<typeof createTestWallet>;
let issuerKey: JWK;
let encryptionSettings: Record<string, unknown>;

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk = { ...publicKey.export({ format: 'jwk' }), alg: 'ECDH-ES', use: 'enc', kid: 'wallet-1' };
const wanted = { jwk, enc: 'A256GCM' };

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], lasting: true });
  agent = network.agent('PE');
  await startIssuing(agent);
  wallet = createTestWallet(agent.url);
  const metadata = (await (
    await fetch(`${agent.url}/.well-known/openid-credential-issuer`)
  ).json()) as Record<string, { jwks: { keys: JWK[] } }>;
  const { credential_request_encryption: requests, credential_response_encryption: responses } = metadata;
  issuerKey = requests?.jwks.keys[0] as JWK;
  encryptionSettings = { requests, responses };
});

afterAll(() => network.stop());

interface Sealing {
  enc?: string;
  alg?: string;
  kid?: string | undefined;
  key?: JWK;
}

/** As a wallet with a library of its own encrypts. */
async function seal(body: unknown, sealing: Sealing = {}): Promise<string> {
  const { enc = 'A128GCM', alg = 'ECDH-ES', key = issuerKey } = sealing;
  const kid = Object.hasOwn(sealing, 'kid') ? sealing.kid : key.kid;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg, enc, ...(kid !== undefined && { kid }) })
    .encrypt(await importJWK(key, alg));
}

async function requestOf(changes: object = {}) {
  const proof = await keyProof(createTestKey(), agent.url, await wallet.nonce());
  return { credential_configuration_id: 'aeo-certificate-jwt', proofs: { jwt: [proof] }, ...changes };
}

/** The answer as it came, and opened where it is a JWE. */
async function post(path: string, type: string, body: string, token: string) {
  const response = await fetch(`${agent.url}/openid4vci/${path}`, {
    ...{ method: 'POST', body },
    headers: { 'content-type': type, authorization: `Bearer ${token}` },
  });
  const text = await response.text();
  const form = response.headers.get('content-type');
  if (form !== 'application/jwt') {
    const json = JSON.parse(text) as WalletAnswer['json'];
    return { status: response.status, headers: response.headers, json, form, header: undefined };
  }
  const { plaintext, protectedHeader } = await compactDecrypt(text, privateKey);
  const json = JSON.parse(new TextDecoder().decode(plaintext)) as WalletAnswer['json'];
  return { status: response.status, headers: response.headers, json, form, header: protectedHeader };
}

const postSealed = async (body: unknown, token: string, sealing?: Sealing, path = 'credential') =>
  post(path, 'application/jwt', await seal(body, sealing), token);

const freshToken = async (id?: string) => wallet.redeem(await offerSample(agent, id));

describe('encrypted requests and responses (OpenID4VCI 1.0 §10)', () => {
  it('are in the metadata, with a public key that outlives a restart', async () => {
    const offered = ['A128GCM', 'A256GCM'];
    expect(encryptionSettings).toEqual({
      requests: {
        jwks: {
          keys: [
            {
              ...{ kty: 'EC', crv: 'P-256', use: 'enc', alg: 'ECDH-ES' },
              ...{ x: expect.any(String), y: expect.any(String), kid: expect.any(String) },
            },
          ],
        },
        ...{ enc_values_supported: offered, encryption_required: false },
      },
      responses: {
        ...{ alg_values_supported: ['ECDH-ES'], enc_values_supported: offered, encryption_required: false },
      },
    });
    await agent.restart({ ...agent.agent.parts.config });
    expect((await postSealed(await requestOf(), await freshToken())).status).toBe(200);
  });

  it.each(['A128GCM', 'A256GCM'])(
    '%s: the response is a JWE to the key that the wallet named',
    async (enc) => {
      const request = await requestOf({ credential_response_encryption: { ...wanted, enc } });
      const { status, form, header, json } = await postSealed(request, await freshToken(), { enc });
      expect({ status, form, header }).toMatchObject({
        ...{ status: 200, form: 'application/jwt', header: { alg: 'ECDH-ES', enc, kid: 'wallet-1' } },
      });
      expect(Object.keys(json).sort()).toEqual(['credentials', 'notification_id']);
      const [{ credential }] = json.credentials as [{ credential: string }];
      expect(parseCompactJws(credential).header).toMatchObject({ typ: 'vc+jwt' });
    },
  );

  it('an encrypted request that asks for nothing more is answered in the clear', async () => {
    const { status, form } = await postSealed(await requestOf(), await freshToken(), { kid: undefined });
    expect({ status, form }).toEqual({ status: 200, form: 'application/json; charset=utf-8' });
  });

  it('deferred: each request says for itself whether its response is encrypted', async () => {
    const view = await issueSample(agent);
    const token = await freshToken(view.id);
    await network.stopChain();
    const change = await decide(agent, view, 'suspend');
    const encryption = { credential_response_encryption: wanted };
    const first = await postSealed(await requestOf(encryption), token);
    expect(first).toMatchObject({ status: 202, form: 'application/jwt', json: { interval: 30 } });
    const ask = (transaction_id: unknown, more: object) =>
      postSealed({ transaction_id, ...more }, token, {}, 'deferred');
    const second = await ask(first.json.transaction_id, {});
    expect(second).toMatchObject({ status: 202, form: 'application/json; charset=utf-8' });
    await network.startChain();
    await settled(agent, change.id);
    const third = await ask(second.json.transaction_id, encryption);
    expect(third).toMatchObject({ status: 200, form: 'application/jwt' });
    expect(third.json.credentials).toHaveLength(1);
  });

  it('invalid_encryption_parameters: asked for in the clear, where anybody on the way could put in another key', async () => {
    const token = await freshToken();
    const request = await requestOf({ credential_response_encryption: wanted });
    expectRefused(await post('credential', 'application/json', JSON.stringify(request), token), refused);
    const deferred = JSON.stringify({ transaction_id: 'x', credential_response_encryption: wanted });
    expectRefused(await post('deferred', 'application/json', deferred, token), refused);
  });

  const refused = 'invalid_encryption_parameters';
  const other = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' });

  it.each<[string, unknown]>([
    ['no object', 'x'],
    ['no key', { enc: 'A256GCM' }],
    ['no enc', { jwk }],
    ['another enc', { jwk, enc: 'A256CBC-HS512' }],
    ['another alg', { jwk, enc: 'A256GCM', alg: 'RSA-OAEP-256' }],
    ['another alg of the key', { jwk: { ...jwk, alg: 'ECDH-ES+A256KW' }, enc: 'A256GCM' }],
    ['a key for signatures', { jwk: { ...jwk, use: 'sig' }, enc: 'A256GCM' }],
    ['a private key', { jwk: { ...jwk, d: jwk.x }, enc: 'A256GCM' }],
    ['another curve', { jwk: other, enc: 'A256GCM' }],
    ['a point that is not on the curve', { jwk: { ...jwk, y: jwk.x }, enc: 'A256GCM' }],
    ['coordinates that are none', { jwk: { ...jwk, x: '' }, enc: 'A256GCM' }],
    ['compression', { ...wanted, zip: 'DEF' }],
  ])('invalid_encryption_parameters: %s', async (_, encryption) => {
    const token = await freshToken();
    const request = await requestOf({ credential_response_encryption: encryption });
    expectRefused(await postSealed(request, token), refused);
    // Nothing was used up.
    expect((await postSealed({ ...request, credential_response_encryption: wanted }, token)).status).toBe(
      200,
    );
  });

  it('invalid_encryption_parameters: requests that are not encrypted as the metadata say', async () => {
    const token = await freshToken();
    const request = await requestOf();
    const stranger = await exportJWK((await generateKeyPair('ECDH-ES')).publicKey);
    for (const sealing of [
      { key: { ...stranger, kid: issuerKey.kid as string } },
      { kid: 'another' },
      { enc: 'A256CBC-HS512' },
      { alg: 'ECDH-ES+A128KW' },
    ]) {
      expectRefused(await postSealed(request, token, sealing), refused);
    }
    const sealed = await seal(request);
    const altered = `${sealed.slice(0, -8)}${sealed.endsWith('A') ? 'B' : 'A'.repeat(8)}`;
    for (const body of ['', 'x', 'a.b.c', JSON.stringify(request), altered, await seal('no JSON')]) {
      expectRefused(await post('credential', 'application/jwt', body, token), refused);
      expectRefused(await post('deferred', 'application/jwt', body, token), refused);
    }
    expectRefused(await postSealed([], token), 'invalid_credential_request');
    // The token comes first, whatever the body is.
    expectRefused(await post('credential', 'application/jwt', 'x', 'wrong'), 'invalid_token', 401);
  });
});
