/**
 * Credo as a company's wallet: @credo-ts/openid4vc takes up an offer of our agent and checks by itself what it receives,
 * with the authority's key as the agent's DID resolution gives it.
 */
import type { SdJwtVcRecord } from '@credo-ts/core';
import {
  issueSample,
  offerSample,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CredoAgent, startCredo } from './credo-agent.js';
import { keepWithCredo, receiveWithCredo } from './receive.js';

const sdJwt = 'aeo-certificate-sd-jwt';

let network: TestNetwork;
let peru: TestAgent;
let credo: CredoAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  peru = network.agent('PE');
  await startIssuing(peru);
  credo = await startCredo({ resolver: { url: peru.url } });
});

afterAll(async () => {
  await credo?.shutdown();
  await network?.stop();
});

const history = async (id: string) => {
  const { items } = await peru.as('auditor').getCertificateHistory({ params: { id } });
  return items.map(({ event }) => event);
};

describe('Credo, holder', () => {
  it('receives dc+sd-jwt with a transaction code and DPoP, finds it valid, keeps it and says so', async () => {
    const { id, certificate } = await issueSample(peru);
    const offer = await offerSample(peru, id);
    const { received, token, metadata } = await receiveWithCredo(credo, offer, sdJwt);
    expect(metadata).toMatchObject({ originalDraftVersion: 'V1' });
    expect(token.accessTokenResponse.token_type).toBe('DPoP');
    const kept = await credo.sdJwtVc.store({ record: received.record as SdJwtVcRecord });
    const [{ compactSdJwtVc }] = (await credo.sdJwtVc.getById(kept.id)).credentialInstances;
    const { isValid, sdJwtVc } = await credo.sdJwtVc.verify({ compactSdJwtVc });
    expect({ isValid, claims: sdJwtVc?.prettyClaims }).toMatchObject({
      isValid: true,
      claims: { tin: certificate.tin, legalName: certificate.legalName },
    });
    const notificationId = received.notificationId as string;
    const notice = { metadata, notificationId, notificationEvent: 'credential_accepted', ...token } as const;
    await credo.openid4vc.holder.sendNotification(notice);
    expect(await history(id)).toEqual(expect.arrayContaining(['OFFERED', 'RECEIVED']));
  });

  it('asks for its certificate again and again with the refresh token, which counts with its key alone', async () => {
    const { holder } = credo.openid4vc;
    const offer = await offerSample(peru);
    const { received, request, token, metadata } = await receiveWithCredo(credo, offer, sdJwt);
    const { dpop, refreshToken = '' } = token;
    const renewal = { issuerMetadata: metadata, refreshToken, ...(dpop && { dpop }) };
    const renewed = await request(await holder.refreshToken(renewal));
    expect(renewed.record.id).not.toBe(received.record.id);
    expect(renewed.record).toMatchObject({ type: 'SdJwtVcRecord' });
    const again = await request(await holder.refreshToken(renewal));
    expect(again.record).toMatchObject({ type: 'SdJwtVcRecord' });
    await expect(holder.refreshToken({ issuerMetadata: metadata, refreshToken })).rejects.toMatchObject({
      errorResponse: { error: 'invalid_grant' },
    });
  });

  it('finds a certificate that somebody changed not valid', async () => {
    const record = await keepWithCredo(credo, await offerSample(peru));
    const [{ compactSdJwtVc }] = record.credentialInstances;
    const [header, payload, signature] = compactSdJwtVc.split(/[.~]/) as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const later = Buffer.from(JSON.stringify({ ...claims, exp: 4_102_444_800 })).toString('base64url');
    const forged = `${[header, later, signature].join('.')}~`;
    expect(await credo.sdJwtVc.verify({ compactSdJwtVc: forged })).toMatchObject({ isValid: false });
  });

  it('is refused with a wrong transaction code, and can use the right one then', async () => {
    const offer = await offerSample(peru);
    const wrong = { ...offer, txCode: `${(Number(offer.txCode[0]) + 1) % 10}${offer.txCode.slice(1)}` };
    await expect(receiveWithCredo(credo, wrong, sdJwt)).rejects.toMatchObject({
      errorResponse: { error: 'invalid_grant' },
    });
    await expect(keepWithCredo(credo, offer)).resolves.toMatchObject({ type: 'SdJwtVcRecord' });
  });
});

describe('Credo 0.6.3 reads the W3C data model 1.1 only; our certificates are of 2.0', () => {
  it('jwt_vc_json: our agent issues, and Credo misses the claim `vc` of 1.1', async () => {
    const { id } = await issueSample(peru);
    const offer = await offerSample(peru, id);
    await expect(receiveWithCredo(credo, offer, 'aeo-certificate-jwt')).rejects.toThrow(
      "JWT does not contain a valid 'vc' claim",
    );
    expect(await history(id)).toContain('RECEIVED');
  });

  it('ldp_vc: Credo looks for types of linked data proofs where OpenID4VCI 1.0 has JWS algorithms', async () => {
    const offer = await offerSample(peru);
    await expect(receiveWithCredo(credo, offer, 'aeo-certificate-ldp')).rejects.toThrow(
      /supports signature algorithms ES256, but one of '' was expected/,
    );
  });
});
