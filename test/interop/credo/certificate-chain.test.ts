/**
 * Credo as a wallet and as a verifier that know nothing of did:ethr, and of our agent only what stands in `x5c`: each takes
 * the certificates of an authority whose root it trusts, and nobody else's (HAIP 1.0 §6.1.1).
 */
import type { DcqlQuery } from '@credo-ts/core';
import { aeoVct } from '@eslabon/credentials';
import { requestCertificate } from '@eslabon/customs';
import {
  decide,
  issueSample,
  offerSample,
  settled,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '@eslabon/customs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerWithCredo } from './answer.js';
import { certifyRequest } from './certify-request.js';
import { type CredoAgent, startCredo } from './credo-agent.js';
import { type CredoVerifier, startCredoVerifier } from './credo-verifier.js';
import { createOurWallet } from './our-wallet.js';
import { startPublishing } from './publishing-agent.js';
import { keepWithCredo } from './receive.js';

const query: DcqlQuery = {
  credentials: [
    {
      id: 'certificate',
      format: 'dc+sd-jwt',
      meta: { vct_values: [aeoVct] },
      claims: [{ path: ['tin'] }, { path: ['legalName'] }, { path: ['issuing_country'] }],
    },
  ],
};

let network: TestNetwork;
let peru: TestAgent;
let root: string;
let otherRoot: string;
let verifier: CredoVerifier;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  const { config } = network.agent('PE').agent.parts;
  const request = await requestCertificate({ ...config, publicUrl: 'https://oea.example.org' });
  const certifier = await wallet([]);
  otherRoot = (await certifyRequest(certifier, request, network.folder)).root;
  const { certificateFile, root: trusted } = await certifyRequest(certifier, request, network.folder);
  root = trusted;
  peru = await startPublishing(network.agent('PE'), { x509: { certificateFile } });
  verifier = await asking([root]);
});

afterAll(async () => {
  for (const stop of stops) await stop();
  await network?.stop();
});

async function wallet(trustedCertificates: string[]): Promise<CredoAgent> {
  const credo = await startCredo({ trustedCertificates });
  stops.push(() => credo.shutdown());
  return credo;
}

async function asking(trustedCertificates: string[]): Promise<CredoVerifier> {
  const started = await startCredoVerifier({ trustedCertificates });
  stops.push(() => started.stop());
  return started;
}

async function company() {
  const credo = await wallet([root]);
  const view = await issueSample(peru, { tradeName: 'Marca' });
  return { credo, view, record: await keepWithCredo(credo, await offerSample(peru, view.id)) };
}

describe('Credo, holder', () => {
  it('takes a certificate by its chain, when it trusts the root', async () => {
    const { credo, view, record } = await company();
    const [{ compactSdJwtVc }] = record.credentialInstances;
    const { isValid, sdJwtVc } = await credo.sdJwtVc.verify({ compactSdJwtVc });
    expect({ isValid, claims: sdJwtVc?.prettyClaims }).toMatchObject({
      isValid: true,
      claims: { legalName: view.certificate.legalName },
    });
    expect(sdJwtVc?.header.x5c).toHaveLength(2);
  });

  it('takes none when it trusts another root, or none at all', async () => {
    for (const trusted of [[otherRoot], []]) {
      const credo = await wallet(trusted);
      await expect(keepWithCredo(credo, await offerSample(peru))).rejects.toThrow();
    }
  });
});

describe('Credo, verifier', () => {
  it('believes Credo’s own holder by the chain, and asks nobody about a DID of the issuer', async () => {
    const { credo, view } = await company();
    const question = await verifier.ask(query, 'direct_post.jwt');
    expect((await answerWithCredo(credo, question.request)).answer).toMatchObject({ ok: true });
    expect(await question.session()).toMatchObject({ state: 'ResponseVerified' });
    const { tin, legalName } = view.certificate;
    expect(await question.claims()).toMatchObject({ tin, legalName, issuing_country: 'PE' });
  });

  it('believes our own wallet by the chain', async () => {
    const own = await createOurWallet(peru.url);
    const view = await issueSample(peru);
    await own.receive(await offerSample(peru, view.id));
    const question = await verifier.ask(query, 'direct_post.jwt');
    await own.answer(question.request);
    expect(await question.session()).toMatchObject({ state: 'ResponseVerified' });
    expect(await question.claims()).toMatchObject({ tin: view.certificate.tin });
  });

  it('believes nobody whose certificate goes back to another root', async () => {
    const { credo } = await company();
    const question = await (await asking([otherRoot])).ask(query, 'direct_post');
    expect((await answerWithCredo(credo, question.request)).answer).toMatchObject({ ok: false });
    expect(await question.session()).toMatchObject({
      state: 'Error',
      errorMessage: expect.stringContaining('No trusted certificate was found'),
    });
  });

  it('does not believe a suspended certificate: the status list has the same chain', async () => {
    const list = await (await fetch(`${peru.url}/status-lists/0/token`)).text();
    const header = JSON.parse(Buffer.from(list.split('.')[0] as string, 'base64url').toString());
    expect(header).toMatchObject({ typ: 'statuslist+jwt', x5c: [expect.any(String), expect.any(String)] });
    const { credo, view } = await company();
    await settled(peru, (await decide(peru, view, 'suspend')).id);
    const question = await verifier.ask(query, 'direct_post');
    expect((await answerWithCredo(credo, question.request)).answer).toMatchObject({ ok: false });
    expect(await question.session()).toMatchObject({
      state: 'Error',
      errorMessage: expect.stringContaining('Status is not valid'),
    });
  });
});
