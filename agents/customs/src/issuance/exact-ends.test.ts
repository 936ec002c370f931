import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createTestKey,
  createTestWallet,
  dpopProof,
  expectRefused,
  issueSample,
  offerSample,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';
import { issuanceSessionTable } from './issuance-tables.js';
import { sweepSessions } from './sweep-sessions.js';

let network: TestNetwork;
let agent: TestAgent;
let wallet: ReturnType<typeof createTestWallet>;
/** Where the clock of the agent stands still; it goes on while this is undefined. */
let stopped: number | undefined;

beforeAll(async () => {
  network = await startTestNetwork({
    countries: ['PE', 'MX'],
    clock: () => new Date(stopped ?? Date.now()),
  });
  agent = network.agent('PE');
  await startIssuing(agent, { refreshDays: 30, nonceSeconds: 100 });
  wallet = createTestWallet(agent.url);
});

beforeEach(() => {
  stopped = undefined;
});

afterAll(() => network.stop());

const endOf = (instant: string | null | undefined) => Date.parse(instant ?? '');

async function sample() {
  const { id } = await issueSample(agent);
  const offer = await offerSample(agent, id);
  const row = () => agent.agent.parts.database.read.findOneByOrFail(issuanceSessionTable, { id: offer.id });
  return { id, offer, row };
}

// Whatever ends at an instant is no longer good at that instant, as RFC 7519 §4.1.4 has it of tokens.
describe('at the instant of its end', () => {
  it('an offer is no longer open, and its code no longer good', async () => {
    const { id, offer } = await sample();
    const code = await wallet.codeOf(offer);
    const state = async () => (await agent.as('auditor').listOffers({ params: { id } })).items[0]?.state;
    stopped = endOf(offer.expiresAt);
    expect(await state()).toBe('expired');
    expectRefused(await wallet.token(code, offer.txCode), 'invalid_grant');
    stopped -= 1;
    expect(await state()).toBe('open');
    expect((await wallet.token(code, offer.txCode)).status).toBe(200);
  });

  it('a refresh token is no longer good', async () => {
    const { offer, row } = await sample();
    const { json } = await wallet.token(await wallet.codeOf(offer), offer.txCode);
    stopped = endOf((await row()).refreshExpiresAt);
    expectRefused(await wallet.refresh(json.refresh_token), 'invalid_grant');
    stopped -= 1;
    expect((await wallet.refresh(json.refresh_token)).status).toBe(200);
  });

  it('a nonce is no longer good', async () => {
    const { offer } = await sample();
    const token = await wallet.redeem(offer);
    const second = Math.floor(Date.now() / 1000);
    stopped = second * 1000;
    const nonce = await wallet.nonce();
    const ask = () => wallet.credential(token, { changes: { claims: { nonce, iat: second } } });
    stopped += 100_000;
    expectRefused(await ask(), 'invalid_nonce');
    stopped -= 1;
    expect((await ask()).status).toBe(200);
  });

  it('a DPoP proof is remembered until it no longer counts, also one whose clock is ahead', async () => {
    const offers = [(await sample()).offer, (await sample()).offer] as const;
    const codes = await Promise.all(offers.map((offer) => wallet.codeOf(offer)));
    const second = Math.floor(Date.now() / 1000);
    stopped = second * 1000;
    const made = { claims: { iat: second + 60 } };
    const dpop = await dpopProof(createTestKey(), `${agent.url}/openid4vci/token`, undefined, made);
    const redeem = (at: 0 | 1) => wallet.token(codes[at] as string, offers[at].txCode, { dpop });
    expect((await redeem(0)).status).toBe(200);
    const { database } = agent.agent.parts;
    // Of a nonce's 100 seconds and the 60 by which clocks may differ, the last is the 220th from now.
    for (const [at, why] of [
      [220, 'used before'],
      [221, 'not made just now'],
    ] as const) {
      stopped = (second + at) * 1000;
      await sweepSessions({ database, clock: () => new Date(stopped as number) });
      const refused = await redeem(1);
      expectRefused(refused, 'invalid_dpop_proof');
      expect(refused.json.error_description).toContain(why);
    }
  });

  it('an access token is no longer good', async () => {
    const { offer, row } = await sample();
    const token = await wallet.redeem(offer);
    stopped = endOf((await row()).tokenExpiresAt);
    expectRefused(await wallet.credential(token), 'invalid_token', 401);
  });
});
