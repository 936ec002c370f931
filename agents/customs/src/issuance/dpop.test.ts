import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createTestKey,
  createTestWallet,
  dpopProof,
  expectRefused,
  keyProof,
  offerSample,
  type ProofChanges,
  signJwt,
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

describe('DPoP', () => {
  const key = createTestKey();

  async function boundToken(): Promise<string> {
    const offer = await offerSample(agent);
    const dpop = await dpopProof(key, `${agent.url}/openid4vci/token`);
    const { json } = await wallet.token(await wallet.codeOf(offer), offer.txCode, { dpop });
    expect(json).toEqual({
      ...{ access_token: expect.any(String), refresh_token: expect.any(String) },
      ...{ token_type: 'DPoP', expires_in: 300 },
    });
    return json.access_token as string;
  }

  async function request(token: string, headers: Record<string, string>) {
    const holder = createTestKey();
    const proof = await keyProof(holder, agent.url, await wallet.nonce());
    const body = { credential_configuration_id: 'aeo-certificate-jwt', proofs: { jwt: [proof] } };
    return wallet.post('/openid4vci/credential', body, { authorization: `DPoP ${token}`, ...headers });
  }

  it('a bound token takes a proof by its key, once', async () => {
    const token = await boundToken();
    const dpop = await dpopProof(key, `${agent.url}/openid4vci/credential`, token);
    expect((await request(token, { dpop })).status).toBe(200);
    expectRefused(await request(token, { dpop }), 'invalid_dpop_proof', 401);
  });

  it('a bound token is refused as a bearer token, without a proof, and with the proof of another key', async () => {
    const token = await boundToken();
    expectRefused(await request(token, { authorization: `Bearer ${token}` }), 'invalid_token', 401);
    expectRefused(await request(token, {}), 'invalid_token', 401);
    const dpop = await dpopProof(createTestKey(), `${agent.url}/openid4vci/credential`, token);
    expectRefused(await request(token, { dpop }), 'invalid_token', 401);
  });

  it('a token that is not bound is refused as a bound one', async () => {
    const token = await freshToken();
    const dpop = await dpopProof(key, `${agent.url}/openid4vci/credential`, token);
    expectRefused(await request(token, { dpop }), 'invalid_token', 401);
  });

  it.each<[string, ProofChanges]>([
    ['another method', { claims: { htm: 'GET' } }],
    ['another address', { claims: { htu: 'https://other.example/openid4vci/credential' } }],
    ['no address', { claims: { htu: 'x' } }],
    ['another token', { claims: { ath: 'AAAA' } }],
    ['an old proof', { claims: { iat: 1_700_000_000 } }],
    ['no instant', { claims: { iat: Number.NaN } }],
    ['no jti', { claims: { jti: '' } }],
    ['another typ', { header: { typ: 'JWT' } }],
    ['alg none', { header: { alg: 'none' } }],
    ['no key', { header: { jwk: undefined } }],
  ])('invalid_dpop_proof: %s', async (_, changes) => {
    const token = await boundToken();
    const dpop = await dpopProof(key, `${agent.url}/openid4vci/credential`, token, changes);
    expectRefused(await request(token, { dpop }), 'invalid_dpop_proof', 401);
  });

  it('the query of the address is not looked at', async () => {
    const token = await boundToken();
    const dpop = await dpopProof(key, `${agent.url}/openid4vci/credential?x=1#y`, token);
    expect((await request(token, { dpop })).status).toBe(200);
  });

  it('invalid_dpop_proof at the token endpoint leaves the code usable', async () => {
    const offer = await offerSample(agent);
    const code = await wallet.codeOf(offer);
    const dpop = await signJwt(key, { alg: 'ES256', typ: 'dpop+jwt', jwk: key.publicJwk }, {});
    expectRefused(await wallet.token(code, offer.txCode, { dpop }), 'invalid_dpop_proof');
    expect((await wallet.token(code, offer.txCode)).status).toBe(200);
  });
});
