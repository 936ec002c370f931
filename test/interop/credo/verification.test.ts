/**
 * Credo as a verifier that knows nothing of us: @credo-ts/openid4vc asks for a certificate by DCQL, resolves the issuer's
 * did:ethr, and verifies signature, key binding, nonce, audience and the issuer's Token Status List.
 */
import type { DcqlQuery } from '@credo-ts/core';
import { aeoVct, presentSdJwt } from '@eslabon/credentials';
import {
  createTestKey,
  decide,
  issueSample,
  offerSample,
  settled,
  startTestNetwork,
  type TestAgent,
  type TestKey,
  type TestNetwork,
} from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerWithCredo } from './answer.js';
import { type CredoAgent, startCredo } from './credo-agent.js';
import { type CredoQuestion, type CredoVerifier, startCredoVerifier } from './credo-verifier.js';
import { createOurWallet } from './our-wallet.js';
import { startPublishing } from './publishing-agent.js';
import { keepWithCredo } from './receive.js';

const query: DcqlQuery = {
  credentials: [
    {
      id: 'certificate',
      format: 'dc+sd-jwt',
      meta: { vct_values: [aeoVct] },
      claims: [{ path: ['tin'] }, { path: ['legalName'] }, { path: ['certificate', 'certificateType'] }],
    },
  ],
};

let network: TestNetwork;
let peru: TestAgent;
let verifier: CredoVerifier;
/** With a certificate that stays as it is. */
let company: Awaited<ReturnType<typeof walletWithCertificate>>;
const wallets: CredoAgent[] = [];

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  peru = await startPublishing(network.agent('PE'));
  verifier = await startCredoVerifier({ resolver: { url: peru.url } });
  company = await walletWithCertificate();
});

afterAll(async () => {
  for (const wallet of wallets) await wallet.shutdown();
  await verifier?.stop();
  await network?.stop();
});

/** A wallet that has a certificate, and nothing else. */
async function walletWithCertificate() {
  const credo = await startCredo({ resolver: { url: peru.url } });
  wallets.push(credo);
  const view = await issueSample(peru, { tradeName: 'Marca' });
  const record = await keepWithCredo(credo, await offerSample(peru, view.id));
  return { credo, view, sdJwt: record.credentialInstances[0].compactSdJwtVc };
}

/** What a wallet sends that makes its presentations by itself: ours, or a thief's. */
async function send(credo: CredoAgent, { request }: CredoQuestion, presentation: (asked: Asked) => unknown) {
  const { authorizationRequestPayload } =
    await credo.openid4vc.holder.resolveOpenId4VpAuthorizationRequest(request);
  const { client_id, nonce, state, response_uri } = authorizationRequestPayload as Record<string, string>;
  const asked = { audience: client_id as string, nonce: nonce as string };
  const vpToken = JSON.stringify({ certificate: [await presentation(asked)] });
  const body = new URLSearchParams({ vp_token: vpToken, state: state as string });
  return (await fetch(response_uri as string, { method: 'POST', body })).status;
}

interface Asked {
  audience: string;
  nonce: string;
}

const present = (sdJwt: string, key: TestKey, asked: Asked) =>
  presentSdJwt({
    ...{ sdJwt, reveal: [] },
    keyBinding: {
      ...{ ...asked, issuedAt: Math.floor(Date.now() / 1000) },
      signer: { algorithm: 'ES256', sign: key.sign },
    },
  });

describe('Credo, verifier', () => {
  it.each(['direct_post', 'direct_post.jwt'] as const)('believes Credo’s own holder, by %s', async (mode) => {
    const { credo, view } = company;
    const question = await verifier.ask(query, mode);
    const { answer } = await answerWithCredo(credo, question.request);
    expect(answer).toMatchObject({ ok: true });
    expect(await question.session()).toMatchObject({ state: 'ResponseVerified' });
    const claims = await question.claims();
    const { tin, legalName, certificateType } = view.certificate;
    expect(claims).toMatchObject({ tin, legalName, certificate: { certificateType } });
    expect(claims).not.toHaveProperty('tradeName');
  });

  it.each(['direct_post', 'direct_post.jwt'] as const)('believes our own wallet, by %s', async (mode) => {
    const wallet = await createOurWallet(peru.url);
    const view = await issueSample(peru, { tradeName: 'Marca' });
    await wallet.receive(await offerSample(peru, view.id));
    const question = await verifier.ask(query, mode);
    const { candidates } = await wallet.answer(question.request);
    expect(candidates).toMatchObject([{ kind: 'certificate', withheld: ['tradeName'] }]);
    expect(await question.session()).toMatchObject({ state: 'ResponseVerified' });
    const { tin, legalName } = view.certificate;
    const claims = await question.claims();
    expect(claims).toMatchObject({ tin, legalName });
    expect(claims).not.toHaveProperty('tradeName');
  });

  it('does not believe a suspended certificate: it reads the status list', async () => {
    const { credo, view } = await walletWithCertificate();
    await settled(peru, (await decide(peru, view, 'suspend')).id);
    const question = await verifier.ask(query, 'direct_post');
    const { answer } = await answerWithCredo(credo, question.request);
    expect(answer).toMatchObject({ ok: false, serverResponse: { status: 400 } });
    expect(await question.session()).toMatchObject({
      state: 'Error',
      errorMessage: expect.stringContaining('Status is not valid'),
    });
  });

  it('does not believe a presentation that was made for another session', async () => {
    const { credo } = company;
    const [first, second] = [
      await verifier.ask(query, 'direct_post'),
      await verifier.ask(query, 'direct_post'),
    ];
    const { answer } = await answerWithCredo(credo, first.request);
    const { vp_token } = answer.authorizationResponsePayload as { vp_token: { certificate: [string] } };
    expect(await send(credo, second, () => vp_token.certificate[0])).toBe(400);
    expect(await second.session()).toMatchObject({ errorMessage: expect.stringContaining('Invalid Nonce') });
  });

  it('does not believe somebody who has the certificate and not its key', async () => {
    const { credo, sdJwt } = company;
    const question = await verifier.ask(query, 'direct_post');
    const thief = createTestKey();
    expect(await send(credo, question, (asked) => present(sdJwt, thief, asked))).toBe(400);
    expect(await question.session()).toMatchObject({
      state: 'Error',
      errorMessage: expect.stringContaining('Invalid JWT Signature'),
    });
  });
});
