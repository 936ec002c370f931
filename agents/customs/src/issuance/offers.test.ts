import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentialConfigurationIds } from '@eslabon/exchange';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  call,
  createTestKey,
  createTestWallet,
  decide,
  dpopProof,
  issueSample,
  offerSample,
  sampleCertificate,
  settled,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';
import { issuanceSessionTable, issuanceUsedTable } from './issuance-tables.js';
import { sweepSessions } from './sweep-sessions.js';

let network: TestNetwork;
let agent: TestAgent;
let wallet: ReturnType<typeof createTestWallet>;
let shift = 0;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], clock: () => new Date(Date.now() + shift) });
  agent = network.agent('PE');
  await startIssuing(agent, { txCodeAttempts: 3 });
  wallet = createTestWallet(agent.url);
});

afterAll(() => network.stop());

describe('an agent where issuing is not configured', () => {
  it('is off: no metadata, no endpoint, no offer', async () => {
    const { url, keys } = network.agent('MX');
    for (const path of ['/.well-known/openid-credential-issuer', '/.well-known/oauth-authorization-server']) {
      expect((await fetch(`${url}${path}`)).status).toBe(404);
    }
    expect((await createTestWallet(url).post('/openid4vci/nonce', '')).status).toBe(404);
    const params = { id: '00000000-0000-4000-8000-000000000000' };
    expect(await call(url, 'createOffer', { key: keys.officer, params })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('metadata', () => {
  it('metadata under `/.well-known/openid-credential-issuer` (no unknown members)', async () => {
    const metadata = await (await fetch(`${agent.url}/.well-known/openid-credential-issuer`)).json();
    expect(metadata).toMatchObject({ credential_issuer: agent.url });
    const known = [
      ...['credential_issuer', 'credential_endpoint', 'nonce_endpoint', 'deferred_credential_endpoint'],
      ...['notification_endpoint', 'display', 'credential_configurations_supported'],
      ...['credential_request_encryption', 'credential_response_encryption', 'batch_credential_issuance'],
    ];
    expect(Object.keys(metadata as object).sort()).toEqual(known.sort());
    const { credential_configurations_supported: supported } = metadata as Record<
      string,
      Record<string, object>
    >;
    const members = [
      ...['format', 'cryptographic_binding_methods_supported', 'credential_signing_alg_values_supported'],
      ...['proof_types_supported', 'credential_metadata'],
    ];
    const own = { 'dc+sd-jwt': 'vct', jwt_vc_json: 'credential_definition', ldp_vc: 'credential_definition' };
    for (const configuration of Object.values(supported as object)) {
      const { format } = configuration as { format: keyof typeof own };
      expect(Object.keys(configuration).sort()).toEqual([...members, own[format]].sort());
    }
    expect(Object.keys(supported as object)).toEqual([...credentialConfigurationIds]);
  });

  it('RFC 8414, where wallets of web pages can read it', async () => {
    const response = await fetch(`${agent.url}/.well-known/oauth-authorization-server`);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toMatchObject({
      issuer: agent.url,
      token_endpoint: `${agent.url}/openid4vci/token`,
      response_types_supported: [],
      grant_types_supported: ['urn:ietf:params:oauth:grant-type:pre-authorized_code', 'refresh_token'],
      'pre-authorized_grant_anonymous_access_supported': true,
    });
    const preflight = await fetch(`${agent.url}/openid4vci/credential`, { method: 'OPTIONS' });
    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization, content-type, dpop');
  });
});

describe('offers by value and reference', () => {
  it('say the same, and the transaction code is in neither', async () => {
    const offer = await offerSample(agent);
    const referenced = await (await fetch(offer.offerUri)).json();
    const byValue = new URL(offer.offerUrlByValue).searchParams.get('credential_offer') as string;
    expect(JSON.parse(byValue)).toEqual(referenced);
    expect(new URL(offer.offerUrl).searchParams.get('credential_offer_uri')).toBe(offer.offerUri);
    expect(byValue).not.toContain(offer.txCode);
    expect(offer.txCode).toMatch(/^\d{6}$/);
    expect(Date.parse(offer.expiresAt) - Date.now()).toBeLessThanOrEqual(3_600_000);
  });

  it('by reference is gone when it was taken up, when it has expired, and when it never was', async () => {
    const offer = await offerSample(agent);
    const other = await offerSample(agent);
    expect((await fetch(offer.offerUri)).status).toBe(200);
    await wallet.redeem(offer);
    expect((await fetch(offer.offerUri)).status).toBe(404);
    expect((await fetch(`${agent.url}/openid4vci/offers/guess`)).status).toBe(404);
    shift = 3_601_000;
    expect((await fetch(other.offerUri)).status).toBe(404);
    shift = 0;
  });

  it('is for certificates that are issued and not revoked', async () => {
    const proposal = await agent
      .as('officer')
      .proposeCertificate({ body: { certificate: sampleCertificate() } });
    const refused = await call(agent.url, 'createOffer', {
      key: agent.keys.officer,
      params: { id: proposal.id },
    });
    expect(refused).toMatchObject({ status: 409, code: 'CERTIFICATE_STATE' });
    const certificate = await issueSample(agent);
    const offer = await offerSample(agent, certificate.id);
    await settled(agent, (await decide(agent, certificate, 'revoke')).id);
    const params = { id: certificate.id };
    expect(await call(agent.url, 'createOffer', { key: agent.keys.officer, params })).toMatchObject({
      code: 'CERTIFICATE_STATE',
    });
    // What was offered before is not given out any more either.
    const answer = await wallet.credential(await wallet.redeem(offer));
    expect(answer).toMatchObject({ status: 400, json: { error: 'credential_request_denied' } });
  });

  it('stands in the history, as does who received it', async () => {
    const { id } = await issueSample(agent);
    const key = createTestKey();
    const offer = await offerSample(agent, id);
    await wallet.credential(await wallet.redeem(offer), { key });
    const { items } = await agent.as('auditor').getCertificateHistory({ params: { id } });
    expect(items.slice(-2)).toMatchObject([
      { event: 'OFFERED', actor: 'officer', data: { offer: offer.id } },
      { event: 'RECEIVED', data: { offer: offer.id, holder: key.did } },
    ]);
    expect(JSON.stringify(items)).not.toContain(offer.txCode);
  });
});

describe('pre-authorized code with `tx_code` (single use, short-lived, attempts limited)', () => {
  const wrong = (txCode: string) => `${(Number(txCode[0]) + 1) % 10}${txCode.slice(1)}`;

  it('brute force is stopped after the configured count, also with the right code then', async () => {
    const offer = await offerSample(agent);
    const code = await wallet.codeOf(offer);
    const answers = [];
    for (let attempt = 0; attempt < 3; attempt++)
      answers.push((await wallet.token(code, wrong(offer.txCode))).json);
    expect(answers.map(({ error }) => error)).toEqual(['invalid_grant', 'invalid_grant', 'invalid_grant']);
    expect(answers[0]?.error_description).toContain('2 more make the offer void');
    expect(answers[1]?.error_description).toContain('1 more makes the offer void');
    expect(answers[2]?.error_description).toContain('void');
    expect(await wallet.token(code, offer.txCode)).toMatchObject({
      status: 400,
      json: { error: 'invalid_grant' },
    });
    expect((await fetch(offer.offerUri)).status).toBe(404);
  });

  it('brute force is stopped when every guess comes at once', async () => {
    const offer = await offerSample(agent);
    const code = await wallet.codeOf(offer);
    const guesses = Array.from({ length: 20 }, () => wallet.token(code, wrong(offer.txCode)));
    const sentences = (await Promise.all(guesses)).map(({ json }) => json.error_description as string);
    // Each of the three was counted once, and no guess after them was looked at.
    expect(sentences.map((text) => /(\d) more/.exec(text)?.[1] ?? 'void').sort()).toEqual([
      ...['1', '2'],
      ...Array.from({ length: 18 }, () => 'void'),
    ]);
    expect((await wallet.token(code, offer.txCode)).status).toBe(400);
  });

  it('fewer wrong codes than that do no harm', async () => {
    const offer = await offerSample(agent);
    const code = await wallet.codeOf(offer);
    for (let attempt = 0; attempt < 2; attempt++) await wallet.token(code, wrong(offer.txCode));
    expect((await wallet.token(code, offer.txCode)).status).toBe(200);
  });

  it('two redemptions of one code at once: one wins', async () => {
    const offer = await offerSample(agent);
    const code = await wallet.codeOf(offer);
    const answers = await Promise.all(Array.from({ length: 8 }, () => wallet.token(code, offer.txCode)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400, 400, 400, 400]);
  });

  it('two requests with one nonce at once: one wins', async () => {
    const token = await wallet.redeem(await offerSample(agent));
    const nonce = await wallet.nonce();
    const changes = { claims: { nonce } };
    const key = createTestKey();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => wallet.credential(token, { key, changes })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400]);
  });

  it('a session gives each form to one key: that key may ask again, another may not', async () => {
    const token = await wallet.redeem(await offerSample(agent));
    const key = createTestKey();
    expect((await wallet.credential(token, { key })).status).toBe(200);
    expect((await wallet.credential(token, { key })).status).toBe(200);
    expect(await wallet.credential(token)).toMatchObject({ json: { error: 'credential_request_denied' } });
    const other = await wallet.credential(token, { configuration: 'aeo-certificate-sd-jwt' });
    expect(other.status).toBe(200);
  });

  it('credential response exactly `{credentials:[{credential}], notification_id?}`, in each format', async () => {
    const token = await wallet.redeem(await offerSample(agent));
    const formats = { 'dc+sd-jwt': String, jwt_vc_json: String, ldp_vc: Object };
    for (const [at, form] of Object.values(formats).entries()) {
      const { json } = await wallet.credential(token, {
        configuration: credentialConfigurationIds[at] as string,
      });
      expect(json).toEqual({
        credentials: [{ credential: expect.any(form) }],
        notification_id: expect.any(String),
      });
    }
  });

  it('what is kept is hashed: no code, reference, transaction code or token stands in the database', async () => {
    const offer = await offerSample(agent);
    const code = await wallet.codeOf(offer);
    const token = await wallet.redeem(offer);
    const folder = agent.agent.parts.config.dataDir;
    const files = readdirSync(folder).filter((name) => name.startsWith('agent.sqlite'));
    const bytes = Buffer.concat(files.map((name) => readFileSync(join(folder, name))));
    expect(bytes.includes(offer.id)).toBe(true);
    for (const secret of [code, token, offer.offerUri.split('/').at(-1) as string]) {
      expect(bytes.includes(secret)).toBe(false);
    }
    const row = await agent.agent.parts.database.read.findOneByOrFail(issuanceSessionTable, { id: offer.id });
    expect(Object.values(row)).not.toContain(offer.txCode);
  });

  it('sessions outlive a restart, and are swept 90 days after neither offer nor token is good', async () => {
    const offer = await offerSample(agent);
    const token = await wallet.redeem(offer);
    await agent.restart({ ...agent.agent.parts.config });
    expect((await wallet.credential(token)).status).toBe(200);
    const { database } = agent.agent.parts;
    const known = () => database.read.countBy(issuanceSessionTable, { id: offer.id });
    await sweepSessions({ database, clock: () => new Date() });
    expect(await known()).toBe(1);
    expect(await database.read.count(issuanceUsedTable)).toBeGreaterThan(0);
    // Its refresh token is good for 400 days, and officers see it for 90 more.
    await sweepSessions({ database, clock: () => new Date(Date.now() + 489 * 86_400_000) });
    expect(await known()).toBe(1);
    await sweepSessions({ database, clock: () => new Date(Date.now() + 491 * 86_400_000) });
    expect(await known()).toBe(0);
    expect(await database.read.count(issuanceSessionTable)).toBe(0);
    expect(await database.read.count(issuanceUsedTable)).toBe(0);
  });
});

describe('DPoP, where it is required', () => {
  it('gives no token without it', async () => {
    await startIssuing(agent, { dpop: 'required', configurations: ['aeo-certificate-sd-jwt'] });
    const strict = createTestWallet(agent.url);
    const offer = await offerSample(agent);
    const code = await strict.codeOf(offer);
    expect(await strict.token(code, offer.txCode)).toMatchObject({ json: { error: 'invalid_dpop_proof' } });
    const dpop = await dpopProof(createTestKey(), `${agent.url}/openid4vci/token`);
    expect(await strict.token(code, offer.txCode, { dpop })).toMatchObject({
      status: 200,
      json: { token_type: 'DPoP' },
    });
  });
});
