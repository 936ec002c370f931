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
/** Tests shift the clock of the agent, and put it back. */
let shift = 0;

beforeAll(async () => {
  const clock = () => new Date(Date.now() + shift);
  network = await startTestNetwork({ countries: ['PE', 'MX'], clock });
  agent = network.agent('PE');
  await startIssuing(agent);
  wallet = createTestWallet(agent.url);
});

afterAll(() => network.stop());

async function later<T>(seconds: number, act: () => Promise<T>): Promise<T> {
  shift = seconds * 1000;
  try {
    return await act();
  } finally {
    shift = 0;
  }
}

const freshToken = async () => wallet.redeem(await offerSample(agent));

it('tokens and nonces are kept out of every cache (RFC 6749 §5.1, OpenID4VCI 1.0 §7.2)', async () => {
  const offer = await offerSample(agent);
  const answers = [
    await wallet.token(await wallet.codeOf(offer), offer.txCode),
    await wallet.post('/openid4vci/nonce', ''),
  ];
  for (const { status, headers } of answers) {
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('pragma')).toBe('no-cache');
  }
});

describe('errors of the token endpoint', () => {
  const grant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

  it('invalid_grant: a guessed code', async () => {
    expectRefused(await wallet.token('A'.repeat(43), '123456'), 'invalid_grant');
  });

  it('invalid_grant: a code that was used', async () => {
    const offer = await offerSample(agent);
    const code = await wallet.codeOf(offer);
    expect((await wallet.token(code, offer.txCode)).status).toBe(200);
    expectRefused(await wallet.token(code, offer.txCode), 'invalid_grant');
  });

  it('invalid_grant: a code that has expired', async () => {
    const offer = await offerSample(agent);
    const code = await wallet.codeOf(offer);
    expectRefused(await later(3601, () => wallet.token(code, offer.txCode)), 'invalid_grant');
    expect((await later(3500, () => wallet.token(code, offer.txCode))).status).toBe(200);
  });

  it.each<[string, string, [string, string][]]>([
    [
      'invalid_request',
      'no code',
      [
        ['grant_type', grant],
        ['tx_code', '1'],
      ],
    ],
    [
      'invalid_request',
      'no tx_code',
      [
        ['grant_type', grant],
        ['pre-authorized_code', 'x'],
      ],
    ],
    ['invalid_request', 'no grant type', [['pre-authorized_code', 'x']]],
    [
      'invalid_request',
      'a parameter twice',
      [
        ['grant_type', grant],
        ['grant_type', grant],
      ],
    ],
    [
      'invalid_request',
      'an endless code',
      [
        ['grant_type', grant],
        ['pre-authorized_code', 'x'.repeat(600)],
        ['tx_code', '1'],
      ],
    ],
    [
      'unsupported_grant_type',
      'another grant',
      [
        ['grant_type', 'authorization_code'],
        ['code', 'x'],
      ],
    ],
  ])('%s: %s', async (error, _, parameters) => {
    expectRefused(await wallet.form(parameters), error);
  });

  it('invalid_request: JSON', async () => {
    expectRefused(await wallet.post('/openid4vci/token', { grant_type: grant }), 'invalid_request');
  });
});

describe('bad token 401 with WWW-Authenticate', () => {
  const paths = ['credential', 'deferred', 'notification'];

  it.each(paths)('%s, without a token: told how to come', async (path) => {
    const answer = await wallet.post(`/openid4vci/${path}`, {});
    expectRefused(answer, 'invalid_token', 401);
    const challenge = answer.headers.get('www-authenticate');
    expect(challenge).toMatch(/^Bearer realm="openid4vci", DPoP realm="openid4vci", algs="ES256 EdDSA"$/);
  });

  it.each(paths)('%s, with a wrong token: told what is wrong with it', async (path) => {
    for (const authorization of [
      'Bearer wrong',
      `Bearer ${'A'.repeat(43)}`,
      'Basic eDp5',
      'Bearer',
      'DPoP x',
    ]) {
      const answer = await wallet.post(`/openid4vci/${path}`, {}, { authorization });
      expectRefused(answer, 'invalid_token', 401);
      expect(answer.headers.get('www-authenticate')).toContain(
        'Bearer realm="openid4vci", error="invalid_token"',
      );
    }
  });

  it('an access token that has expired', async () => {
    const token = await freshToken();
    expectRefused(await later(301, () => wallet.credential(token)), 'invalid_token', 401);
  });

  it('an API key of the agent is no access token', async () => {
    expectRefused(await wallet.credential(agent.keys.supervisor), 'invalid_token', 401);
  });

  it.each(paths)('access token in the query refused: %s, even beside a good one', async (path) => {
    const token = await freshToken();
    const address = `/openid4vci/${path}?access_token=${token}`;
    expectRefused(await wallet.post(address, {}), 'invalid_request');
    expectRefused(await wallet.post(address, {}, { authorization: `Bearer ${token}` }), 'invalid_request');
  });
});
