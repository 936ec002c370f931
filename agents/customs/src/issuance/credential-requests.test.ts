import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createTestWallet,
  expectRefused,
  offerSample,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';

let network: TestNetwork;
let agent: TestAgent;
let wallet: ReturnType<typeof createTestWallet>;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  agent = network.agent('PE');
  await startIssuing(agent);
  wallet = createTestWallet(agent.url);
});

afterAll(() => network.stop());

const freshToken = async () => wallet.redeem(await offerSample(agent));

describe('errors `unknown_credential_configuration`, `unknown_credential_identifier`, `invalid_encryption_parameters`', () => {
  it.each<[string, object]>([
    ['unknown_credential_configuration', { credential_configuration_id: 'university-degree' }],
    ['unknown_credential_configuration', { credential_configuration_id: '__proto__' }],
    ['unknown_credential_configuration', { credential_configuration_id: 3 }],
    ['unknown_credential_identifier', { credential_configuration_id: undefined, credential_identifier: 'x' }],
    ['invalid_encryption_parameters', { credential_response_encryption: { jwk: {}, enc: 'A256GCM' } }],
    ['invalid_encryption_parameters', { credential_response_encryption: null }],
    ['invalid_credential_request', { credential_identifier: 'x' }],
    ['invalid_credential_request', { credential_configuration_id: undefined }],
  ])('%s: %j', async (error, body) => {
    expectRefused(
      await wallet.credential(await freshToken(), { body: body as Record<string, unknown> }),
      error,
    );
  });

  it.each(['', '[]', 'null', '"x"', '{', '{"a":1,"a":2}'])(
    'invalid_credential_request: the body %s',
    async (body) => {
      const headers = { authorization: `Bearer ${await freshToken()}` };
      expectRefused(await wallet.post('/openid4vci/credential', body, headers), 'invalid_credential_request');
      expectRefused(await wallet.post('/openid4vci/deferred', body, headers), 'invalid_credential_request');
      expectRefused(
        await wallet.post('/openid4vci/notification', body, headers),
        'invalid_notification_request',
      );
    },
  );

  it('invalid_credential_request: a body that is not JSON by its type', async () => {
    const headers = { authorization: `Bearer ${await freshToken()}` };
    const answer = await wallet.send('/openid4vci/credential', 'text/plain', '{}', headers);
    expectRefused(answer, 'invalid_credential_request');
  });
});

describe('notification and deferred endpoints', () => {
  it('invalid_notification_id, invalid_notification_request; a known one may come twice', async () => {
    const token = await freshToken();
    const { json } = await wallet.credential(token);
    const headers = { authorization: `Bearer ${token}` };
    const notify = (body: object) => wallet.post('/openid4vci/notification', body, headers);
    const good = { notification_id: json.notification_id, event: 'credential_accepted' };
    for (const event of ['credential_accepted', 'credential_accepted', 'credential_deleted']) {
      expect((await notify({ ...good, event })).status).toBe(204);
    }
    expectRefused(await notify({ ...good, notification_id: 'x' }), 'invalid_notification_id');
    expectRefused(await notify({ ...good, event: 'other' }), 'invalid_notification_request');
    expectRefused(await notify({ event: good.event }), 'invalid_notification_request');
    const other = { authorization: `Bearer ${await freshToken()}` };
    expectRefused(await wallet.post('/openid4vci/notification', good, other), 'invalid_notification_id');
  });

  it('invalid_transaction_id: one that was never given', async () => {
    const headers = { authorization: `Bearer ${await freshToken()}` };
    expectRefused(
      await wallet.post('/openid4vci/deferred', { transaction_id: 'x' }, headers),
      'invalid_transaction_id',
    );
    const encrypted = { transaction_id: 'x', credential_response_encryption: {} };
    expectRefused(
      await wallet.post('/openid4vci/deferred', encrypted, headers),
      'invalid_encryption_parameters',
    );
  });
});
