import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  createTestWallet,
  offerSample,
  startIssuing,
  startTestNetwork,
  type TestNetwork,
} from '../testing/index.js';

let network: TestNetwork;
let url: string;
let token: string;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'], config: { requestsPerMinute: 1_000_000 } });
  const agent = network.agent('PE');
  await startIssuing(agent);
  url = agent.url;
  token = await createTestWallet(url).redeem(await offerSample(agent));
});

afterAll(() => network.stop());

const members = fc.constantFrom(
  ...['credential_configuration_id', 'credential_identifier', 'proofs', 'jwt', 'proof', 'transaction_id'],
  ...['notification_id', 'event', 'credential_response_encryption', '__proto__', 'constructor', 'x'],
);
const leaves = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'aeo-certificate-jwt',
    'credential_accepted',
    'a.b.c',
    'eyJhbGciOiJFUzI1NiJ9.e30.AA',
    '\u0000',
  ),
  fc.double(),
  fc.constant(null),
);
const bodies = fc.oneof(
  fc
    .letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        leaves,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(members, tie('value'), { maxKeys: 4 }),
      ),
    }))
    .value.map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary' }),
);

it('no body and no header makes an endpoint fail: never 500, always JSON with an error', async () => {
  const endpoints = fc.constantFrom('token', 'nonce', 'credential', 'deferred', 'notification');
  const types = fc.constantFrom(
    ...[
      'application/json',
      'application/x-www-form-urlencoded',
      'application/jwt',
      'text/plain; charset=koi8',
    ],
  );
  const encoding = fc.constantFrom('identity', 'gzip', 'br', 'nonsense');
  await fc.assert(
    fc.asyncProperty(
      endpoints,
      types,
      bodies,
      encoding,
      fc.boolean(),
      async (path, type, body, coding, known) => {
        const response = await fetch(`${url}/openid4vci/${path}`, {
          method: 'POST',
          body,
          headers: {
            ...{ 'content-type': type, 'content-encoding': coding, dpop: 'a.b.c' },
            authorization: known
              ? `Bearer ${token}`
              : `DPoP ${Buffer.from(body).toString('base64').slice(0, 100)}`,
          },
        });
        expect(response.status).toBeLessThan(500);
        const json = (await response.json()) as Record<string, unknown>;
        expect(Object.keys(json)).toEqual(path === 'nonce' ? ['c_nonce'] : ['error', 'error_description']);
      },
    ),
    { numRuns: 400 },
  );
}, 120_000);

it('a body larger than any message is refused', async () => {
  const { status, json } = await createTestWallet(url).post('/openid4vci/credential', 'x'.repeat(100_000));
  expect({ status, error: json.error }).toEqual({ status: 413, error: 'invalid_request' });
});
