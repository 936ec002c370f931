import { parseCompactJws, parseSdJwt } from '@eslabon/credentials';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createTestKey,
  createTestWallet,
  decide,
  dpopProof,
  expectRefused,
  issueSample,
  keyProof,
  offerSample,
  settled,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestKey,
  type TestNetwork,
  type WalletAnswer,
} from '../testing/index.js';
import { issuanceGrantTable } from './issuance-tables.js';

let network: TestNetwork;
let agent: TestAgent;
let wallet: ReturnType<typeof createTestWallet>;
let shift = 0;

beforeAll(async () => {
  network = await startTestNetwork({
    ...{ countries: ['PE', 'MX'], lasting: true },
    clock: () => new Date(Date.now() + shift),
  });
  agent = network.agent('PE');
  await startIssuing(agent, { batchSize: 3 });
  wallet = createTestWallet(agent.url);
});

afterAll(() => network.stop());

const freshToken = async (id?: string) => wallet.redeem(await offerSample(agent, id));
const freshKeys = (count: number) => Array.from({ length: count }, () => createTestKey());

interface Asking {
  configuration?: string;
  /** Nonces of the proofs; one for all unless given. */
  nonces?: string[];
  /** Key that the token is bound to. */
  dpop?: TestKey;
}

async function ask(token: string, keys: readonly TestKey[], { configuration, nonces, dpop }: Asking = {}) {
  const one = await wallet.nonce();
  const jwt = await Promise.all(keys.map((key, at) => keyProof(key, agent.url, nonces?.[at] ?? one)));
  const body = {
    credential_configuration_id: configuration ?? 'aeo-certificate-jwt',
    proofs: { jwt },
  };
  const path = '/openid4vci/credential';
  if (dpop === undefined) return wallet.post(path, body, { authorization: `Bearer ${token}` });
  const proof = await dpopProof(dpop, `${agent.url}${path}`, token);
  return wallet.post(path, body, { authorization: `DPoP ${token}`, dpop: proof });
}

/** Tokens that are bound to a key. */
async function boundTokens(key: TestKey, refresh?: string) {
  const offer = await offerSample(agent);
  const headers = { dpop: await dpopProof(key, `${agent.url}/openid4vci/token`) };
  const { json } =
    refresh === undefined
      ? await wallet.token(await wallet.codeOf(offer), offer.txCode, headers)
      : await wallet.refresh(refresh, headers);
  return { access: json.access_token as string, refresh: json.refresh_token as string };
}

const copiesOf = ({ json }: WalletAnswer) =>
  (json.credentials as { credential: string }[]).map(({ credential }) => credential);

const subjectsOf = (answer: WalletAnswer) =>
  copiesOf(answer).map((copy) => (parseCompactJws(copy).payload.credentialSubject as { id: string }).id);

const didsOf = (keys: readonly TestKey[]) => keys.map(({ did }) => did);

describe('several copies at a time (OpenID4VCI 1.0 §8.2, batch_credential_issuance)', () => {
  it('each is for a key of its own, with an identifier of its own and the same status entry', async () => {
    const { id } = await issueSample(agent);
    const keys = freshKeys(3);
    const answer = await ask(await freshToken(id), keys);
    expect(answer.status).toBe(200);
    expect(subjectsOf(answer).sort()).toEqual(didsOf(keys).sort());
    const payloads = copiesOf(answer).map((copy) => parseCompactJws(copy).payload);
    expect(new Set(payloads.map((payload) => payload.id)).size).toBe(3);
    expect(new Set(payloads.map(({ credentialStatus }) => JSON.stringify(credentialStatus))).size).toBe(1);
    const { items } = await agent.as('auditor').getCertificateHistory({ params: { id } });
    const copies = items.at(-1)?.data.copies as { holder: string; credentialId: string }[];
    expect(copies.map(({ holder }) => holder).sort()).toEqual(didsOf(keys).sort());
    expect(copies.map(({ credentialId }) => credentialId).sort()).toEqual(
      payloads.map((payload) => payload.id as string).sort(),
    );
  });

  it('dc+sd-jwt: nothing but the certificate itself ties the copies together', async () => {
    const keys = freshKeys(2);
    const answer = await ask(await freshToken(), keys, { configuration: 'aeo-certificate-sd-jwt' });
    const parsed = copiesOf(answer).map((copy) => parseSdJwt(copy));
    const confirmed = parsed.map(({ jws }) => (jws.payload.cnf as { jwk: object }).jwk);
    expect(confirmed).toEqual(expect.arrayContaining(keys.map(({ publicJwk }) => publicJwk)));
    const [one, other] = parsed.map(({ jws }) => new Set(JSON.stringify(jws.payload).match(/"[\w-]{43}"/g)));
    expect([...(one ?? [])].filter((digest) => other?.has(digest))).toEqual([]);
  });

  it('later requests of the offer may be for these keys, or some of them, alone', async () => {
    const token = await freshToken();
    const keys = freshKeys(2);
    const [first] = keys as [TestKey];
    expect((await ask(token, keys)).status).toBe(200);
    expect(subjectsOf(await ask(token, [first]))).toEqual([first.did]);
    expectRefused(await ask(token, [first, createTestKey()]), 'credential_request_denied');
    expectRefused(await ask(token, [...keys, createTestKey()]), 'credential_request_denied');
    expect(subjectsOf(await ask(token, keys)).sort()).toEqual(didsOf(keys).sort());
  });

  it('a token that is bound to a key: as many new keys as a batch has, and another token as many again', async () => {
    const dpop = createTestKey();
    const first = await boundTokens(dpop);
    const keys = freshKeys(3);
    const [one, two] = keys as [TestKey, TestKey];
    expect(subjectsOf(await ask(first.access, [one], { dpop }))).toEqual([one.did]);
    expect((await ask(first.access, keys, { dpop })).status).toBe(200);
    expectRefused(await ask(first.access, freshKeys(1), { dpop }), 'credential_request_denied');
    // Those that it had are no new ones, and each form has its own.
    expect((await ask(first.access, [two], { dpop })).status).toBe(200);
    const sdJwt = { dpop, configuration: 'aeo-certificate-sd-jwt' };
    expect((await ask(first.access, freshKeys(3), sdJwt)).status).toBe(200);
    expectRefused(await ask(first.access, freshKeys(1), sdJwt), 'credential_request_denied');

    const second = await boundTokens(dpop, first.refresh);
    expect((await ask(second.access, [one, ...freshKeys(3)].slice(0, 3), { dpop })).status).toBe(200);
    expectRefused(await ask(second.access, freshKeys(2), { dpop }), 'credential_request_denied');
    expect((await ask(second.access, freshKeys(1), { dpop })).status).toBe(200);
  });

  it('a token gets copies twenty times, of all forms together; another token gets them again', async () => {
    const dpop = createTestKey();
    const first = await boundTokens(dpop);
    const keys = freshKeys(1);
    const forms = ['aeo-certificate-jwt', 'aeo-certificate-sd-jwt'];
    for (let at = 0; at < 20; at++) {
      const answer = await ask(first.access, keys, { dpop, configuration: forms[at % 2] as string });
      expect(answer.status).toBe(200);
    }
    const refused = await ask(first.access, keys, { dpop });
    expectRefused(refused, 'credential_request_denied');
    expect(refused.json.error_description).toContain('good for 20 answers');
    const second = await boundTokens(dpop, first.refresh);
    expect((await ask(second.access, keys, { dpop })).status).toBe(200);
  });

  it('nothing in them tells which of them went to one device, but their own keys and identifiers', async () => {
    const { id } = await issueSample(agent);
    const versions = [];
    for (const configuration of ['aeo-certificate-jwt', 'aeo-certificate-sd-jwt']) {
      for (const _ of ['one device', 'another']) {
        // Two devices fetch at different seconds.
        shift += 5000;
        const { json } = await ask(await freshToken(id), freshKeys(2), { configuration });
        for (const { credential } of json.credentials as { credential: string }[]) {
          const { jti, sub, cnf, _sd, ...payload } = parseCompactJws(
            credential.split('~')[0] as string,
          ).payload;
          const {
            id: _own,
            credentialSubject,
            certificate,
            address,
            ...common
          } = payload as Record<string, never>;
          versions.push(`${configuration} ${JSON.stringify(common)}`);
        }
      }
    }
    expect(versions).toHaveLength(8);
    expect(new Set(versions).size).toBe(2);
    shift = 0;
  });

  it('one notification is for all of them', async () => {
    const token = await freshToken();
    const { json } = await ask(token, freshKeys(2));
    const body = { notification_id: json.notification_id, event: 'credential_accepted' };
    const headers = { authorization: `Bearer ${token}` };
    expect((await wallet.post('/openid4vci/notification', body, headers)).status).toBe(204);
    const rows = await agent.agent.parts.database.read.find(issuanceGrantTable, {
      ...{ order: { sequence: 'DESC' }, take: 2 },
    });
    expect(rows.map(({ event }) => event)).toEqual(['credential_accepted', 'credential_accepted']);
  });

  it('deferred: all of them come together', async () => {
    const view = await issueSample(agent);
    const token = await freshToken(view.id);
    const keys = freshKeys(3);
    await network.stopChain();
    const change = await decide(agent, view, 'suspend');
    const waiting = await ask(token, keys);
    expect(Object.keys(waiting.json).sort()).toEqual(['interval', 'transaction_id']);
    await network.startChain();
    await settled(agent, change.id);
    const headers = { authorization: `Bearer ${token}` };
    const { transaction_id } = waiting.json;
    const answer = await wallet.post('/openid4vci/deferred', { transaction_id }, headers);
    expect(subjectsOf(answer).sort()).toEqual(didsOf(keys).sort());
  });

  it('invalid_proof: too many, one key twice, one proof that does not hold; nothing is used up', async () => {
    const token = await freshToken();
    const [first, second] = freshKeys(2) as [TestKey, TestKey];
    const nonce = await wallet.nonce();
    const nonces = Array.from({ length: 4 }, () => nonce);
    expectRefused(await ask(token, freshKeys(4), { nonces }), 'invalid_proof');
    expectRefused(await ask(token, [first, first], { nonces }), 'invalid_proof');
    const wrong = { ...second, sign: first.sign };
    expectRefused(await ask(token, [first, wrong], { nonces }), 'invalid_proof');
    expect((await ask(token, [first, second], { nonces })).status).toBe(200);
    expectRefused(await ask(token, [first, second], { nonces }), 'invalid_nonce');
  });

  it('invalid_nonce: one of several nonces that was used; the others can be used again', async () => {
    const token = await freshToken();
    const keys = freshKeys(2);
    const [used, fresh] = [await wallet.nonce(), await wallet.nonce()];
    expect((await ask(await freshToken(), freshKeys(1), { nonces: [used] })).status).toBe(200);
    expectRefused(await ask(token, keys, { nonces: [fresh, used] }), 'invalid_nonce');
    expect((await ask(token, keys, { nonces: [fresh, fresh] })).status).toBe(200);
  });

  it('is in the metadata with its size, and not where copies come one at a time', async () => {
    const metadata = async () =>
      (await (await fetch(`${agent.url}/.well-known/openid-credential-issuer`)).json()) as object;
    expect(await metadata()).toMatchObject({ batch_credential_issuance: { batch_size: 3 } });
    await startIssuing(agent, { batchSize: 1 });
    wallet = createTestWallet(agent.url);
    expect(await metadata()).not.toHaveProperty('batch_credential_issuance');
    expectRefused(await ask(await freshToken(), freshKeys(2)), 'invalid_proof');
    expect((await ask(await freshToken(), freshKeys(1))).status).toBe(200);
  });
});
