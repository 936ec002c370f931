import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCompactJws } from '@eslabon/credentials';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createTestKey,
  createTestWallet,
  decide,
  dpopProof,
  expectRefused,
  issueSample,
  offerSample,
  settled,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestKey,
  type TestNetwork,
} from '../testing/index.js';

let network: TestNetwork;
let agent: TestAgent;
let wallet: ReturnType<typeof createTestWallet>;
let shift = 0;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], clock: () => new Date(Date.now() + shift) });
  agent = network.agent('PE');
  await startIssuing(agent, { refreshDays: 30 });
  wallet = createTestWallet(agent.url);
});

afterAll(() => network.stop());

/** What a wallet got for an offer of a certificate; of a new one unless one is given. */
async function tokens(id?: string, dpop?: TestKey) {
  const offer = await offerSample(agent, id);
  const headers = dpop && { dpop: await dpopProof(dpop, `${agent.url}/openid4vci/token`) };
  const { json } = await wallet.token(await wallet.codeOf(offer), offer.txCode, headers);
  return { access: json.access_token as string, refresh: json.refresh_token as string };
}

async function refreshed(token: string) {
  const { status, json } = await wallet.refresh(token);
  expect(status).toBe(200);
  return { access: json.access_token as string, refresh: json.refresh_token as string };
}

const validUntilOf = ({ json }: { json: Record<string, unknown> }) => {
  const [{ credential }] = json.credentials as [{ credential: string }];
  return parseCompactJws(credential).payload.validUntil;
};

describe('a refresh token', () => {
  it('fetches the certificate as it is after a renewal, for the same key and no other', async () => {
    const { id } = await issueSample(agent);
    const key = createTestKey();
    const first = await tokens(id);
    expect(validUntilOf(await wallet.credential(first.access, { key }))).toBe('2044-01-14T23:59:59-05:00');
    const renewal = await agent.as('officer').proposeRenewal({
      params: { id },
      body: { decisionDate: '2026-05-04', validUntil: '2047-01-14' },
    });
    await agent.as('supervisor').issueRenewal({ params: { id, renewalId: renewal.id } });
    const second = await refreshed(first.refresh);
    const answer = await wallet.credential(second.access, { key });
    expect(validUntilOf(answer)).toBe('2047-01-14T23:59:59-05:00');
    expectRefused(await wallet.credential(second.access), 'credential_request_denied');
    // The access token of before went with its refresh token.
    expectRefused(await wallet.credential(first.access, { key }), 'invalid_token', 401);
    const { items } = await agent.as('auditor').getCertificateHistory({ params: { id } });
    expect(items.map(({ event }) => event)).toEqual([
      ...['PROPOSED', 'ISSUED', 'OFFERED', 'RECEIVED', 'RENEWAL_PROPOSED', 'RENEWED', 'RECEIVED'],
    ]);
  });

  it('fetches other forms too, and for no key that the offer had none for', async () => {
    const key = createTestKey();
    const { access, refresh } = await tokens();
    expect((await wallet.credential(access, { key })).status).toBe(200);
    const other = { configuration: 'aeo-certificate-ldp' };
    try {
      shift = 86_400_000;
      const renewed = await refreshed(refresh);
      const changes = { claims: { iat: Math.floor((Date.now() + shift) / 1000) } };
      const another = await wallet.credential(renewed.access, { ...other, changes });
      expectRefused(another, 'credential_request_denied');
      expect((await wallet.credential(renewed.access, { ...other, key, changes })).status).toBe(200);
    } finally {
      shift = 0;
    }
  });

  it('is good once; one that comes again ends all tokens of the offer', async () => {
    const first = await tokens();
    const second = await refreshed(first.refresh);
    const third = await refreshed(second.refresh);
    expectRefused(await wallet.refresh(first.refresh), 'invalid_grant');
    expectRefused(await wallet.refresh(third.refresh), 'invalid_grant');
    expectRefused(await wallet.credential(third.access), 'invalid_token', 401);
  });

  it('two requests with it at once: one wins, and the offer ends', async () => {
    const { refresh } = await tokens();
    const answers = await Promise.all([1, 2, 3].map(() => wallet.refresh(refresh)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    const winner = answers.find(({ status }) => status === 200);
    expectRefused(await wallet.refresh(winner?.json.refresh_token), 'invalid_grant');
  });

  it('with another end counts as used: nobody but its wallet had the beginning', async () => {
    const { refresh } = await tokens();
    const [family] = refresh.split('.');
    expectRefused(await wallet.refresh(`${family}.${'A'.repeat(43)}`), 'invalid_grant');
    expectRefused(await wallet.refresh(refresh), 'invalid_grant');
  });

  it.each(['x', '.', 'A'.repeat(43), `${'A'.repeat(43)}.${'A'.repeat(43)}`, '__proto__'])(
    'invalid_grant: %s',
    async (token) => expectRefused(await wallet.refresh(token), 'invalid_grant'),
  );

  it('invalid_request: none, an empty or an endless one, one twice; an access token is none', async () => {
    const grant: [string, string] = ['grant_type', 'refresh_token'];
    expectRefused(await wallet.form([grant]), 'invalid_request');
    for (const token of ['', 'x'.repeat(600)]) expectRefused(await wallet.refresh(token), 'invalid_request');
    const { access, refresh } = await tokens();
    const twice: [string, string] = ['refresh_token', refresh];
    expectRefused(await wallet.form([grant, twice, twice]), 'invalid_request');
    expectRefused(await wallet.refresh(access), 'invalid_grant');
    expectRefused(await wallet.token(refresh, '123456'), 'invalid_grant');
  });

  it('expires when it was not used for as long as is configured, and not before', async () => {
    const { refresh } = await tokens();
    const day = 86_400_000;
    try {
      shift = 29 * day;
      const next = await refreshed(refresh);
      shift = 58 * day;
      const last = await refreshed(next.refresh);
      shift = 89 * day;
      expectRefused(await wallet.refresh(last.refresh), 'invalid_grant');
    } finally {
      shift = 0;
    }
  });

  it('ends with the certificate: suspended it is still good, revoked no more', async () => {
    const view = await issueSample(agent);
    const first = await tokens(view.id);
    await settled(agent, (await decide(agent, view, 'suspend')).id);
    const second = await refreshed(first.refresh);
    await settled(agent, (await decide(agent, view, 'revoke')).id);
    expectRefused(await wallet.refresh(second.refresh), 'invalid_grant');
    expectRefused(await wallet.credential(second.access), 'invalid_token', 401);
  });

  it('bound to a key: good with a proof of that key alone, and nobody else can end it', async () => {
    const key = createTestKey();
    const url = `${agent.url}/openid4vci/token`;
    const { refresh } = await tokens(undefined, key);
    expectRefused(await wallet.refresh(refresh), 'invalid_grant');
    const other = async () => ({ dpop: await dpopProof(createTestKey(), url) });
    expectRefused(await wallet.refresh(refresh, await other()), 'invalid_grant');
    const [family] = refresh.split('.');
    expectRefused(await wallet.refresh(`${family}.x`, await other()), 'invalid_grant');
    const dpop = await dpopProof(key, url);
    const good = await wallet.refresh(refresh, { dpop });
    expect(good).toMatchObject({ status: 200, json: { token_type: 'DPoP' } });
    expectRefused(await wallet.refresh(good.json.refresh_token, { dpop }), 'invalid_dpop_proof');
  });

  it('bound to a key: stays good, also for a wallet that lost the answer or came back from a backup', async () => {
    const key = createTestKey();
    const { refresh } = await tokens(undefined, key);
    const proven = async () => ({ dpop: await dpopProof(key, `${agent.url}/openid4vci/token`) });
    for (const _ of [1, 2, 3]) {
      const { status, json } = await wallet.refresh(refresh, await proven());
      expect([status, json.refresh_token]).toEqual([200, refresh]);
    }
    const [family] = refresh.split('.');
    // Another end of its own wallet is no copy: refused, and nothing ends.
    expectRefused(await wallet.refresh(`${family}.${'A'.repeat(43)}`, await proven()), 'invalid_grant');
    expect((await wallet.refresh(refresh, await proven())).status).toBe(200);
  });

  it('that is not bound is not bound later, by the key of whoever has it', async () => {
    const { refresh } = await tokens();
    const dpop = await dpopProof(createTestKey(), `${agent.url}/openid4vci/token`);
    const { json } = await wallet.refresh(refresh, { dpop });
    expect(json.token_type).toBe('Bearer');
    expectRefused(
      await wallet.refresh(refresh, {
        dpop: await dpopProof(createTestKey(), `${agent.url}/openid4vci/token`),
      }),
      'invalid_grant',
    );
    expectRefused(await wallet.refresh(json.refresh_token), 'invalid_grant');
  });

  it('that is not bound is taken no more where tokens have to be bound by now, and is not used up', async () => {
    const { refresh } = await tokens();
    const dpop = async () => ({ dpop: await dpopProof(createTestKey(), `${agent.url}/openid4vci/token`) });
    try {
      await startIssuing(agent, { refreshDays: 30, dpop: 'required' });
      wallet = createTestWallet(agent.url);
      const refused = await wallet.refresh(refresh, await dpop());
      expectRefused(refused, 'invalid_grant');
      expect(refused.json.error_description).toContain('needed no key');
    } finally {
      await startIssuing(agent, { refreshDays: 30 });
      wallet = createTestWallet(agent.url);
    }
    await refreshed(refresh);
  });

  it('slow_down: oftener than is configured within a day; it stays good, and one of another offer is', async () => {
    await startIssuing(agent, { refreshDays: 30, refreshesPerDay: 2 });
    wallet = createTestWallet(agent.url);
    try {
      const first = await tokens();
      const second = await refreshed(first.refresh);
      shift = 3_600_000;
      const third = await refreshed(second.refresh);
      const refused = await wallet.refresh(third.refresh);
      expectRefused(refused, 'slow_down');
      expect(refused.json.error_description).toContain('2 times within a day');
      await refreshed((await tokens()).refresh);
      // The first of them is a day ago, the second is not.
      shift = 86_400_000 + 60_000;
      const fourth = await refreshed(third.refresh);
      expectRefused(await wallet.refresh(fourth.refresh), 'slow_down');
      shift = 86_400_000 + 3_660_000;
      await refreshed(fourth.refresh);
    } finally {
      shift = 0;
      await startIssuing(agent, { refreshDays: 30 });
      wallet = createTestWallet(agent.url);
    }
  });

  it('outlives a restart, is kept as a hash, and none is given where that is configured', async () => {
    const { refresh } = await tokens();
    const folder = agent.agent.parts.config.dataDir;
    const files = readdirSync(folder).filter((name) => name.startsWith('agent.sqlite'));
    const bytes = Buffer.concat(files.map((name) => readFileSync(join(folder, name))));
    for (const part of refresh.split('.')) expect(bytes.includes(part)).toBe(false);
    await agent.restart({ ...agent.agent.parts.config });
    await refreshed(refresh);
    await startIssuing(agent, { refreshDays: 0 });
    wallet = createTestWallet(agent.url);
    expect((await tokens()).refresh).toBeUndefined();
  });

  it('is taken no more where certificates are given out once by now, and is not used up', async () => {
    await startIssuing(agent, { refreshDays: 30 });
    wallet = createTestWallet(agent.url);
    const key = createTestKey();
    const [free, bound] = [await tokens(), await tokens(undefined, key)];
    const proven = async () => ({ dpop: await dpopProof(key, `${agent.url}/openid4vci/token`) });
    await startIssuing(agent, { refreshDays: 0 });
    wallet = createTestWallet(agent.url);
    for (const _ of [1, 2]) {
      expectRefused(await wallet.refresh(free.refresh), 'invalid_grant');
      expectRefused(await wallet.refresh(bound.refresh, await proven()), 'invalid_grant');
    }
    await startIssuing(agent, { refreshDays: 30 });
    wallet = createTestWallet(agent.url);
    await refreshed(free.refresh);
    expect((await wallet.refresh(bound.refresh, await proven())).status).toBe(200);
  });
});
