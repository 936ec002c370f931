import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createTestWallet,
  decide,
  issueSample,
  offerSample,
  settled,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';

let network: TestNetwork;
let agent: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], lasting: true });
  agent = network.agent('PE');
  await startIssuing(agent, { deferredSeconds: 7 });
});

afterAll(() => network.stop());

describe('credential response exactly `{transaction_id, interval}`', () => {
  it('while a decision is on its way to the chain; the credential comes after a suspension, and not after a revocation', async () => {
    const wallet = createTestWallet(agent.url);
    const [suspended, revoked] = [await issueSample(agent), await issueSample(agent)];
    const tokens = [];
    for (const { id } of [suspended, revoked]) tokens.push(await wallet.redeem(await offerSample(agent, id)));
    const [first, second] = tokens as [string, string];
    await network.stopChain();
    const changes = [await decide(agent, suspended, 'suspend')];

    const waiting = await wallet.credential(first);
    expect(waiting).toMatchObject({ status: 202, json: { transaction_id: expect.any(String), interval: 7 } });
    expect(Object.keys(waiting.json).sort()).toEqual(['interval', 'transaction_id']);
    const ask = (token: string, id: unknown) =>
      wallet.post('/openid4vci/deferred', { transaction_id: id }, { authorization: `Bearer ${token}` });
    // Nothing was given out yet, and officers are told so.
    const offers = () => agent.as('auditor').listOffers({ params: { id: suspended.id } });
    expect((await offers()).items).toMatchObject([{ state: 'taken', copies: 0, takenAt: null }]);
    const still = await ask(first, waiting.json.transaction_id);
    // The same number (OpenID4VCI 1.0 §9.2), so that a wallet that an answer never reached can come back all the same.
    expect(still).toMatchObject({ status: 202, json: waiting.json });
    expect(await ask(first, waiting.json.transaction_id)).toMatchObject({ status: 202, json: waiting.json });
    expect(await ask(second, still.json.transaction_id)).toMatchObject({
      json: { error: 'invalid_transaction_id' },
    });
    // Whoever is to be revoked gets nothing to come back for.
    changes.push(await decide(agent, revoked, 'revoke'));
    expect(await wallet.credential(second)).toMatchObject({ json: { error: 'credential_request_denied' } });

    await network.startChain();
    for (const { id } of changes) expect(await settled(agent, id)).toMatchObject({ state: 'confirmed' });
    const { status, json } = await ask(first, still.json.transaction_id);
    expect({ status, members: Object.keys(json) }).toEqual({
      status: 200,
      members: ['credentials', 'notification_id'],
    });
    expect((await offers()).items).toMatchObject([{ copies: 1, takenAt: expect.any(String) }]);
    expect(await ask(first, still.json.transaction_id)).toMatchObject({
      json: { error: 'invalid_transaction_id' },
    });
  });
});
