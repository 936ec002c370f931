import type { Offer, OfferView } from '@eslabon/client/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { roles } from '../platform/http/roles.js';
import {
  call,
  createTestKey,
  createTestWallet,
  issueSample,
  offerSample,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';
import { sweepSessions } from './sweep-sessions.js';

let network: TestNetwork;
let agent: TestAgent;
let wallet: ReturnType<typeof createTestWallet>;
let shift = 0;

const clock = () => new Date(Date.now() + shift);

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], clock });
  agent = network.agent('PE');
  await startIssuing(agent, { txCodeAttempts: 2 });
  wallet = createTestWallet(agent.url);
});

afterAll(() => network.stop());

interface Sample {
  id: string;
  offer: Offer;
}

async function sample(): Promise<Sample> {
  const { id } = await issueSample(agent);
  return { id, offer: await offerSample(agent, id) };
}

const listed = async (id: string): Promise<OfferView[]> =>
  (await agent.as('auditor').listOffers({ params: { id } })).items;

const stateOf = async ({ id, offer }: Sample) =>
  (await listed(id)).find((each) => each.id === offer.id)?.state;

const withdraw = ({ id, offer }: Sample, role: keyof typeof roles = 'officer') =>
  call(agent.url, 'withdrawOffer', { key: agent.keys[role], params: { id, offerId: offer.id } });

const wrong = (txCode: string) => `${(Number(txCode[0]) + 1) % 10}${txCode.slice(1)}`;

describe('offers of a certificate', () => {
  it('are listed newest first, with nothing by which they could be taken up', async () => {
    const { id, offer } = await sample();
    const second = await offerSample(agent, id);
    const other = await sample();
    const items = await listed(id);
    expect(items).toEqual(
      [second, offer].map(({ id, expiresAt }) => ({
        ...{ id, state: 'open', createdBy: 'officer', createdAt: expect.any(String), expiresAt },
        ...{ attemptsLeft: 2, mails: 0, takenAt: null, copies: 0 },
      })),
    );
    const text = JSON.stringify(items);
    for (const secret of [offer.txCode, offer.offerUri.split('/').at(-1) as string]) {
      expect(text).not.toContain(secret);
    }
    expect((await listed(other.id)).map((each) => each.id)).toEqual([other.offer.id]);
  });

  it('are at most 50, the last ones', async () => {
    const { id, offer } = await sample();
    const later = [];
    for (let count = 0; count < 50; count++) later.push((await offerSample(agent, id)).id);
    const ids = (await listed(id)).map((each) => each.id);
    expect(ids).toEqual(later.reverse());
    expect(ids).not.toContain(offer.id);
  });

  it('taken: from the token on, with the time and number of the copies once there are some', async () => {
    const it = await sample();
    const token = await wallet.redeem(it.offer);
    expect(await listed(it.id)).toMatchObject([{ state: 'taken', takenAt: null, copies: 0 }]);
    const before = clock().toISOString();
    const key = createTestKey();
    await wallet.credential(token, { key });
    await wallet.credential(token, { key, configuration: 'aeo-certificate-sd-jwt' });
    const [taken] = await listed(it.id);
    expect(taken).toMatchObject({ state: 'taken', copies: 2 });
    expect((taken?.takenAt as string) >= before).toBe(true);
    // A copy that is fetched again is no further one, and nothing about when it was taken up changes.
    await wallet.credential(token, { key });
    expect(await listed(it.id)).toEqual([taken]);
    shift = 3_601_000;
    expect(await stateOf(it)).toBe('taken');
    shift = 0;
  });

  it('taken: each counts what came of itself alone, the first time it came', async () => {
    const { id, offer } = await sample();
    const second = await offerSample(agent, id);
    await wallet.credential(await wallet.redeem(offer));
    const [, early] = await listed(id);
    shift = 60_000;
    await wallet.credential(await wallet.redeem(second), { configuration: 'aeo-certificate-sd-jwt' });
    shift = 0;
    const third = await offerSample(agent, id);
    const [open, late, first] = await listed(id);
    expect([open?.id, open?.copies, open?.takenAt]).toEqual([third.id, 0, null]);
    expect([late?.id, late?.copies]).toEqual([second.id, 1]);
    expect(first).toEqual(early);
    expect([first?.id, first?.copies]).toEqual([offer.id, 1]);
    expect((late?.takenAt as string) > (first?.takenAt as string)).toBe(true);
  });

  it('taken: by the first of several copies', async () => {
    const { id, offer } = await sample();
    const token = await wallet.redeem(offer);
    const key = createTestKey();
    await wallet.credential(token, { key });
    const [before] = await listed(id);
    shift = 60_000;
    const claims = { iat: Math.floor((Date.now() + shift) / 1000) };
    const changes = { claims };
    await wallet.credential(token, { key, configuration: 'aeo-certificate-sd-jwt', changes });
    shift = 0;
    expect(await listed(id)).toEqual([{ ...before, copies: 2 }]);
  });

  it('blocked: by wrong transaction codes, of which it says how many are left', async () => {
    const it = await sample();
    const code = await wallet.codeOf(it.offer);
    await wallet.token(code, wrong(it.offer.txCode));
    expect(await listed(it.id)).toMatchObject([{ state: 'open', attemptsLeft: 1 }]);
    await wallet.token(code, wrong(it.offer.txCode));
    expect(await listed(it.id)).toMatchObject([{ state: 'blocked', attemptsLeft: 0 }]);
    // The right code comes too late, and whoever holds the wallet is told why.
    expect(await wallet.token(code, it.offer.txCode)).toMatchObject({
      status: 400,
      json: {
        error: 'invalid_grant',
        error_description: expect.stringContaining('ask the customs authority'),
      },
    });
    shift = 3_601_000;
    expect(await stateOf(it)).toBe('blocked');
    shift = 0;
  });

  it('expired: by the clock alone, to the second', async () => {
    const it = await sample();
    shift = Date.parse(it.offer.expiresAt) - Date.now() - 5000;
    expect(await stateOf(it)).toBe('open');
    shift += 5001;
    expect(await stateOf(it)).toBe('expired');
    shift = 0;
  });

  it('ended: when a refresh token came a second time', async () => {
    const it = await sample();
    const { json } = await wallet.token(await wallet.codeOf(it.offer), it.offer.txCode);
    const refresh = () => wallet.refresh(json.refresh_token);
    expect((await refresh()).status).toBe(200);
    expect(await stateOf(it)).toBe('taken');
    expect((await refresh()).status).toBe(400);
    expect(await stateOf(it)).toBe('ended');
    expect(await withdraw(it)).toMatchObject({ status: 409, code: 'OFFER_STATE' });
  });

  it('are seen for 90 days after they are over', async () => {
    const it = await sample();
    const { database } = agent.agent.parts;
    const days = (count: number) => () => new Date(Date.now() + count * 86_400_000);
    await sweepSessions({ database, clock: days(89) });
    expect(await stateOf(it)).toBe('open');
    await sweepSessions({ database, clock: days(91) });
    expect(await listed(it.id)).toEqual([]);
  });

  it('of a certificate that is not there', async () => {
    const params = { id: '00000000-0000-4000-8000-000000000000' };
    expect(await call(agent.url, 'listOffers', { key: agent.keys.auditor, params })).toMatchObject({
      code: 'CERTIFICATE_NOT_FOUND',
    });
  });
});

describe('an offer that is withdrawn', () => {
  it('is gone for every wallet, also for one that has the code already, and for good', async () => {
    const it = await sample();
    const code = await wallet.codeOf(it.offer);
    expect(await withdraw(it)).toMatchObject({
      status: 200,
      json: { id: it.offer.id, state: 'withdrawn', copies: 0 },
    });
    expect((await fetch(it.offer.offerUri)).status).toBe(404);
    expect(await wallet.token(code, it.offer.txCode)).toMatchObject({
      status: 400,
      json: { error: 'invalid_grant' },
    });
    expect(await listed(it.id)).toMatchObject([{ state: 'withdrawn' }]);
    await agent.restart({ ...agent.agent.parts.config });
    expect((await wallet.token(code, it.offer.txCode)).status).toBe(400);
    const email = { to: 'empresa@example.com', language: 'es', offerUrl: it.offer.offerUrl };
    expect(
      await call(agent.url, 'emailOffer', {
        ...{ key: agent.keys.officer, params: { id: it.id, offerId: it.offer.id }, body: email },
      }),
    ).toMatchObject({ status: 404 });
  });

  it('stands in the history, with who did it', async () => {
    const it = await sample();
    await withdraw(it, 'supervisor');
    const { items } = await agent.as('auditor').getCertificateHistory({ params: { id: it.id } });
    expect(items.slice(-2)).toMatchObject([
      { event: 'OFFERED', actor: 'officer' },
      { event: 'OFFER_WITHDRAWN', actor: 'supervisor', data: { offer: it.offer.id } },
    ]);
  });

  it('leaves other offers of the certificate as they are', async () => {
    const it = await sample();
    const other = await offerSample(agent, it.id);
    await withdraw(it);
    expect((await listed(it.id)).map(({ state }) => state)).toEqual(['open', 'withdrawn']);
    expect((await wallet.credential(await wallet.redeem(other))).status).toBe(200);
  });

  it('was open: one that was taken up is refused, and told what there is to do', async () => {
    const it = await sample();
    await wallet.credential(await wallet.redeem(it.offer));
    const { json, ...refused } = await withdraw(it);
    expect(refused).toMatchObject({ status: 409, code: 'OFFER_STATE' });
    expect(JSON.stringify(json)).toMatch(/taken up.*suspend or revoke/);
    expect(await stateOf(it)).toBe('taken');
  });

  it.each(['blocked', 'expired', 'withdrawn'] as const)('was open: not %s', async (state) => {
    const it = await sample();
    if (state === 'expired') shift = 3_601_000;
    if (state === 'withdrawn') await withdraw(it);
    const code = state === 'blocked' ? await wallet.codeOf(it.offer) : '';
    for (let attempt = 0; attempt < 2 && state === 'blocked'; attempt++) {
      await wallet.token(code, wrong(it.offer.txCode));
    }
    const { json, ...refused } = await withdraw(it);
    shift = 0;
    expect(refused).toMatchObject({ status: 409, code: 'OFFER_STATE' });
    expect(JSON.stringify(json)).toContain('nothing is left to do');
  });

  it('goes to one: a wallet or the officer, when both come at once', async () => {
    const it = await sample();
    const code = await wallet.codeOf(it.offer);
    const [withdrawn, token] = await Promise.all([withdraw(it), wallet.token(code, it.offer.txCode)]);
    const outcomes = [withdrawn.status, token.status];
    expect([
      [200, 400],
      [409, 200],
    ]).toContainEqual(outcomes);
    expect(await stateOf(it)).toBe(withdrawn.status === 200 ? 'withdrawn' : 'taken');
  });

  it('is one of that certificate', async () => {
    const [it, other] = [await sample(), await sample()];
    expect(await withdraw({ id: other.id, offer: it.offer })).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
    const id = '00000000-0000-4000-8000-000000000000';
    expect(await withdraw({ id, offer: it.offer })).toMatchObject({ code: 'CERTIFICATE_NOT_FOUND' });
    expect(await stateOf(it)).toBe('open');
  });

  it.each(['officer', 'supervisor', 'auditor', 'verifier'] as const)('roles: %s', async (role) => {
    const it = await sample();
    const params = { id: it.id };
    const list = await call(agent.url, 'listOffers', { key: agent.keys[role], params });
    const done = await withdraw(it, role);
    const expected = {
      officer: [200, 200],
      supervisor: [200, 200],
      auditor: [200, 403],
      verifier: [403, 403],
    };
    expect([list.status, done.status]).toEqual(expected[role]);
    expect(await stateOf(it)).toBe(expected[role][1] === 200 ? 'withdrawn' : 'open');
  });
});

describe('an agent where issuing is configured no more', () => {
  it('still shows what was offered, and takes it back', async () => {
    const it = await sample();
    await agent.restart();
    expect(await stateOf(it)).toBe('open');
    expect(await withdraw(it)).toMatchObject({ status: 200 });
    await startIssuing(agent);
  });
});
