import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createTestKey,
  createTestWallet,
  expectRefused,
  keyProof,
  offerSample,
  type ProofChanges,
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

describe('`proofs.jwt` with `typ openid4vci-proof+jwt`, aud and a single-use `c_nonce`; errors `invalid_nonce`, `invalid_proof`', () => {
  let token: string;
  beforeAll(async () => {
    token = await freshToken();
  });

  it('invalid_nonce: one that was used', async () => {
    const key = createTestKey();
    const nonce = await wallet.nonce();
    const send = async () =>
      wallet.post(
        '/openid4vci/credential',
        {
          credential_configuration_id: 'aeo-certificate-jwt',
          proofs: { jwt: [await keyProof(key, agent.url, nonce)] },
        },
        { authorization: `Bearer ${token}` },
      );
    expect((await send()).status).toBe(200);
    expectRefused(await send(), 'invalid_nonce');
  });

  it.each<[string, (nonce: string) => string]>([
    ['of somebody else', () => Buffer.alloc(52, 7).toString('base64url')],
    ['that is no text of ours', () => 'nonce'],
    ['that was altered', (nonce) => `${nonce.startsWith('A') ? 'B' : 'A'}${nonce.slice(1)}`],
    ['that is written in another way', (nonce) => `${nonce}=`],
    ['of another agent', () => 'x'.repeat(70)],
  ])('invalid_nonce: one %s', async (_, alter) => {
    const changes = { claims: { nonce: alter(await wallet.nonce()) } };
    expectRefused(await wallet.credential(token, { changes }), 'invalid_nonce');
  });

  it('invalid_nonce: one that is too old', async () => {
    const key = createTestKey();
    const nonce = await wallet.nonce();
    const offer = await offerSample(agent);
    const request = async () => {
      const proof = await keyProof(key, agent.url, nonce, {}, Date.now() + shift);
      const body = { credential_configuration_id: 'aeo-certificate-jwt', proofs: { jwt: [proof] } };
      return wallet.post('/openid4vci/credential', body, { authorization: `Bearer ${late}` });
    };
    const late = await later(250, () => wallet.redeem(offer));
    expectRefused(await later(301, request), 'invalid_nonce');
    expect((await later(290, request)).status).toBe(200);
  });

  const now = () => Math.floor(Date.now() / 1000);
  const other = createTestKey();
  it.each<[string, () => ProofChanges]>([
    ['another typ', () => ({ header: { typ: 'JWT' } })],
    ['no typ', () => ({ header: { typ: undefined } })],
    ['another audience', () => ({ claims: { aud: 'https://other.example' } })],
    ['no audience', () => ({ claims: { aud: undefined } })],
    ['a list of audiences', () => ({ claims: { aud: [agent.url] } })],
    ['no nonce', () => ({ claims: { nonce: undefined } })],
    ['an iat in the future', () => ({ claims: { iat: now() + 120 } })],
    ['an iat a year ago', () => ({ claims: { iat: now() - 365 * 86_400 } })],
    ['an iat that is no number', () => ({ claims: { iat: `${now()}` } })],
    ['no iat', () => ({ claims: { iat: undefined } })],
    ['alg none', () => ({ header: { alg: 'none' } })],
    ['alg HS256', () => ({ header: { alg: 'HS256' } })],
    ['the alg of another key', () => ({ header: { alg: 'EdDSA' } })],
    ['the key of somebody else', () => ({ header: { jwk: other.publicJwk } })],
    ['a private key', () => ({ header: { jwk: other.privateJwk } })],
    ['two keys', () => ({ header: { kid: `${other.did}#0` } })],
    ['no key', () => ({ header: { jwk: undefined } })],
    ['a key by another DID method', () => ({ header: { jwk: undefined, kid: 'did:web:example.org#key' } })],
    ['a certificate chain', () => ({ header: { jwk: undefined, x5c: ['AAAA'] } })],
    ['a critical extension', () => ({ header: { crit: ['b64'], b64: false } })],
  ])('invalid_proof: %s', async (_, changes) => {
    expectRefused(await wallet.credential(token, { changes: changes() }), 'invalid_proof');
  });

  it.each<[string, unknown]>([
    ['no proofs', undefined],
    ['an empty list', { jwt: [] }],
    ['two proofs', { jwt: ['a.b.c', 'a.b.c'] }],
    ['no JWT', { jwt: ['nonsense'] }],
    ['no text', { jwt: [17] }],
    ['another type of proof', { di_vp: [{}] }],
    ['a text', 'a.b.c'],
    ['an endless proof', { jwt: ['a'.repeat(20_000)] }],
  ])('invalid_proof: %s', async (_, proofs) => {
    expectRefused(await wallet.credential(token, { body: { proofs } }), 'invalid_proof');
  });

  it('invalid_proof: the member proof of older drafts', async () => {
    const body = { proofs: undefined, proof: { proof_type: 'jwt', jwt: 'a.b.c' } };
    const answer = await wallet.credential(token, { body });
    expectRefused(answer, 'invalid_proof');
    expect(answer.json.error_description).toContain('proofs.jwt');
  });

  it('a refused request leaves the nonce usable, and no trace of the wrong key', async () => {
    const fresh = await freshToken();
    expectRefused(await wallet.credential(fresh, { changes: { header: { typ: 'JWT' } } }), 'invalid_proof');
    expect((await wallet.credential(fresh)).status).toBe(200);
  });

  it('a holder has one key: EdDSA is one too', async () => {
    expect((await wallet.credential(await freshToken(), { key: createTestKey('EdDSA') })).status).toBe(200);
  });
});
