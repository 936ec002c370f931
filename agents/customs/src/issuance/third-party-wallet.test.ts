import { createVpJwt, parseSdJwt, presentSdJwt } from '@eslabon/credentials';
import { receiveAsThirdParty, type ThirdPartyOptions } from '@eslabon/exchange/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createTestKey,
  issueSample,
  offerSample,
  recognise,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestKey,
  type TestNetwork,
} from '../testing/index.js';
import { issuanceGrantTable } from './issuance-tables.js';

let network: TestNetwork;
let peru: TestAgent;
let mexico: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  [peru, mexico] = [network.agent('PE'), network.agent('MX')];
  await recognise([peru.agent, mexico.agent]);
  await startIssuing(peru);
});

afterAll(() => network.stop());

async function receive(configuration: string, key: TestKey, changes: Partial<ThirdPartyOptions> = {}) {
  const { id } = await issueSample(peru);
  const { offerUrl, txCode } = await offerSample(peru, id);
  const receipt = await receiveAsThirdParty({ offerUrl, txCode, configuration, key, ...changes });
  const [{ credential }] = receipt.response.credentials as [{ credential: unknown }];
  return { id, receipt, credential };
}

const now = () => Math.floor(Date.now() / 1000);

async function verdictOn(credential: unknown) {
  const verdict = await mexico.as('verifier').verifyCredential({ body: { presented: credential as string } });
  return { verdict: verdict.verdict, holder: verdict.checks.find(({ id }) => id === 'holder') };
}

describe('the client of @openid4vc/openid4vci, against a running agent', () => {
  it('receives jwt_vc_json, whose presentation another country recognises, with the holder proven', async () => {
    const key = createTestKey();
    const { credential, receipt, id } = await receive('aeo-certificate-jwt', key);
    expect(receipt.tokenType).toBe('Bearer');
    expect(Object.keys(receipt.response).sort()).toEqual(['credentials', 'notification_id']);
    const token = credential as string;
    const present = (holder: TestKey) =>
      createVpJwt({
        ...{ holder: holder.did, kid: `${holder.did}#0`, algorithm: holder.alg, credentials: [token] },
        ...{ audience: 'did:example:post', nonce: 'n', issuedAt: now(), sign: holder.sign },
      });
    expect(await verdictOn(await present(key))).toMatchObject({
      verdict: 'RECOGNISED',
      holder: { outcome: 'pass', code: 'HOLDER_PROVEN' },
    });
    expect(await verdictOn(await present(createTestKey()))).toMatchObject({
      holder: { outcome: 'fail', code: 'HOLDER_NOT_SUBJECT' },
    });
    const grant = await peru.agent.parts.database.read.findOneByOrFail(issuanceGrantTable, {
      certificateId: id,
    });
    expect(grant).toMatchObject({ holder: key.did, state: 'issued', event: 'credential_accepted' });
  });

  it('receives dc+sd-jwt with DPoP, ES256 and the key in cnf, which the holder presents with key binding', async () => {
    const key = createTestKey();
    const { credential, receipt } = await receive('aeo-certificate-sd-jwt', key, {
      dpopKey: createTestKey(),
    });
    expect(receipt.tokenType).toBe('DPoP');
    const sdJwt = credential as string;
    const { header, payload } = parseSdJwt(sdJwt).jws;
    expect(header).toMatchObject({ alg: 'ES256', typ: 'dc+sd-jwt' });
    expect(payload.cnf).toEqual({ jwk: key.publicJwk });
    expect(payload.status).toMatchObject({
      eslabon: { list: expect.any(Number), index: expect.any(Number) },
    });
    const presented = await presentSdJwt({
      ...{ sdJwt, reveal: [] },
      keyBinding: {
        ...{ audience: 'did:example:post', nonce: 'n', issuedAt: now() },
        signer: { algorithm: 'ES256', sign: key.sign },
      },
    });
    expect(await verdictOn(presented)).toMatchObject({
      verdict: 'RECOGNISED',
      holder: { code: 'HOLDER_PROVEN' },
    });
  });

  it('receives ldp_vc, with a proof that verifies and the holder as subject', async () => {
    const key = createTestKey();
    const { credential } = await receive('aeo-certificate-ldp', key);
    expect(credential).toMatchObject({
      proof: { cryptosuite: 'eddsa-rdfc-2022' },
      credentialSubject: { id: key.did },
      credentialStatus: { type: 'EslabonStatusEntry' },
    });
    const body = { verifiableCredential: credential } as never;
    expect(await peru.as('verifier').verifySecuredCredential({ body })).toMatchObject({ verified: true });
  });

  it('names its key by a did:jwk kid just as well, and resolves the offer by value', async () => {
    const key = createTestKey();
    const { offerUrlByValue, txCode } = await offerSample(peru);
    const receipt = await receiveAsThirdParty({
      ...{ offerUrl: offerUrlByValue, txCode, key, configuration: 'aeo-certificate-jwt' },
      did: key.did,
    });
    expect(receipt.offer).toMatchObject({ credential_issuer: peru.url });
    expect(receipt.response.credentials).toHaveLength(1);
  });

  it('is told that a transaction code is wrong', async () => {
    const { offerUrl } = await offerSample(peru);
    await expect(
      receiveAsThirdParty({
        offerUrl,
        txCode: '000',
        configuration: 'aeo-certificate-jwt',
        key: createTestKey(),
      }),
    ).rejects.toMatchObject({ errorResponse: { error: 'invalid_grant' } });
  });
});
