/**
 * Sphereon as a company's wallet: @sphereon/oid4vci-client 0.20.1, whose newest version of OpenID4VCI is draft 15. Its own
 * code does what 1.0 left as it was: the offer, both metadata documents, the token with the transaction code, the nonce,
 * the key proof, the answer, the notification. Only the credential request has to be translated (`receive.ts`).
 */
import { parseSdJwt, presentSdJwt } from '@eslabon/credentials';
import {
  createTestKey,
  issueSample,
  offerSample,
  recognise,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { redeemWithSphereon, requestWithSphereon, signerOf } from './receive.js';

// It warns that there is no authorization endpoint, which the pre-authorized code flow has no use for.
const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);

let network: TestNetwork;
let peru: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  peru = network.agent('PE');
  await recognise([peru.agent, network.agent('MX').agent]);
  await startIssuing(peru);
});

afterAll(async () => {
  await network?.stop();
  warn.mockRestore();
});

async function history(id: string) {
  const { items } = await peru.as('auditor').getCertificateHistory({ params: { id } });
  return items.map(({ event }) => event);
}

describe('Sphereon, holder, with one member of its credential request translated', () => {
  it('receives dc+sd-jwt, whose presentation another country recognises, and says that it has it', async () => {
    const key = createTestKey();
    const { id } = await issueSample(peru);
    const client = await redeemWithSphereon(await offerSample(peru, id));
    expect(client.getCredentialOfferConfigurationIds()).toContain('aeo-certificate-sd-jwt');
    const received = await requestWithSphereon(client, 'aeo-certificate-sd-jwt', key);
    const sdJwt = received.credentials[0]?.credential as string;
    expect(parseSdJwt(sdJwt).jws.payload.cnf).toEqual({ jwk: key.publicJwk });
    const presented = await presentSdJwt({
      ...{ sdJwt, reveal: [] },
      keyBinding: {
        ...{ audience: 'did:example:post', nonce: 'n', issuedAt: Math.floor(Date.now() / 1000) },
        signer: { algorithm: 'ES256', sign: key.sign },
      },
    });
    const mexico = network.agent('MX').as('verifier');
    expect(await mexico.verifyCredential({ body: { presented } })).toMatchObject({ verdict: 'RECOGNISED' });
    const { notification_endpoint: notificationEndpoint } = client.endpointMetadata;
    const notice = { notification_id: received.notification_id, event: 'credential_accepted' as const };
    const options = notificationEndpoint === undefined ? {} : { notificationEndpoint };
    expect(await client.sendNotification(options, notice)).toMatchObject({ error: false });
    expect(await history(id)).toEqual(expect.arrayContaining(['OFFERED', 'RECEIVED']));
  });

  it.each([
    ['aeo-certificate-jwt', 'string'],
    ['aeo-certificate-ldp', 'object'],
  ])('receives %s', async (configuration, type) => {
    const client = await redeemWithSphereon(await offerSample(peru));
    const { credentials } = await requestWithSphereon(client, configuration, createTestKey());
    expect(credentials.map(({ credential }) => typeof credential)).toEqual([type]);
  });

  it('reads an offer by value', async () => {
    const { offerUrlByValue, txCode } = await offerSample(peru);
    const client = await redeemWithSphereon({ offerUrl: offerUrlByValue, txCode });
    expect(client.getIssuer()).toBe(peru.url);
    expect(client.accessTokenResponse).toMatchObject({ token_type: 'Bearer' });
  });
});

describe('what our agent refuses it', () => {
  it('its credential request as it is: OpenID4VCI 1.0 has no `proof`, and nothing is issued without `proofs`', async () => {
    const { id } = await issueSample(peru);
    const client = await redeemWithSphereon(await offerSample(peru, id));
    const key = createTestKey();
    await expect(
      client.acquireCredentials({
        ...{ credentialConfigurationId: 'aeo-certificate-sd-jwt', jwk: key.publicJwk as never, alg: 'ES256' },
        ...{ format: 'dc+sd-jwt', proofCallbacks: signerOf(key) },
      }),
    ).rejects.toThrow('failed with status: 400');
    const request = requestWithSphereon(
      client,
      'aeo-certificate-sd-jwt',
      key,
      (untranslated) => untranslated,
    );
    await expect(request).rejects.toThrow('invalid_proof');
    expect(await history(id)).not.toContain('RECEIVED');
  });

  it('a wrong transaction code', async () => {
    const offer = await offerSample(peru);
    const txCode = `${(Number(offer.txCode[0]) + 1) % 10}${offer.txCode.slice(1)}`;
    await expect(redeemWithSphereon({ ...offer, txCode })).rejects.toThrow('failed with status: 400');
  });

  it('a proof that was signed with another key than it names', async () => {
    const client = await redeemWithSphereon(await offerSample(peru));
    const key = { ...createTestKey(), sign: createTestKey().sign };
    await expect(requestWithSphereon(client, 'aeo-certificate-sd-jwt', key)).rejects.toThrow('invalid_proof');
  });
});
