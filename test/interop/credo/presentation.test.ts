/**
 * Credo as a company's wallet at another country's counter: @credo-ts/openid4vc reads the request of our agent, finds out
 * who asks, shows what DCQL asks for and no more, and the agent's verdict is that of the certificate.
 */
import type { Presentation, PresentationRequest } from '@eslabon/client/contract';
import {
  decide,
  issueSample,
  offerSample,
  recognise,
  settled,
  startIssuing,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '@eslabon/customs/testing';
import { freePort } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerWithCredo } from './answer.js';
import { writeCertificate } from './certificate-files.js';
import { type CredoAgent, startCredo } from './credo-agent.js';
import { keepWithCredo } from './receive.js';

type Wanted = Partial<Omit<PresentationRequest, 'purpose'>>;

let network: TestNetwork;
let peru: TestAgent;
let mexico: TestAgent;
let root: string;
let otherRoot: string;
/** With a certificate that stays as it is. */
let company: Awaited<ReturnType<typeof walletWithCertificate>>;
const wallets: CredoAgent[] = [];

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  [peru, mexico] = [network.agent('PE'), network.agent('MX')];
  await recognise([peru.agent, mexico.agent]);
  await startIssuing(peru);
  const writer = await wallet();
  otherRoot = (await writeCertificate(writer, 'localhost', network.folder)).root;
  const { root: trusted, ...x509 } = await writeCertificate(writer, 'localhost', network.folder);
  root = trusted;
  const port = await freePort();
  await mexico.restart({
    ...{ port, publicUrl: `http://localhost:${port}` },
    presentations: { sessionMinutes: 10, keepDays: 365, maxListeners: 200, x509 },
  });
  company = await walletWithCertificate();
});

afterAll(async () => {
  for (const one of wallets) await one.shutdown();
  await network?.stop();
});

async function wallet(trustedCertificates: string[] = [], keysAuthenticate = true): Promise<CredoAgent> {
  const credo = await startCredo({ resolver: { url: peru.url, keysAuthenticate }, trustedCertificates });
  wallets.push(credo);
  return credo;
}

/** A wallet that trusts Mexico's certificate, with a certificate of Peru. */
async function walletWithCertificate() {
  const credo = await wallet([root]);
  const view = await issueSample(peru, {
    tradeName: 'Marca',
    nationalId: { scheme: 'RUC', value: '20100000001' },
  });
  await keepWithCredo(credo, await offerSample(peru, view.id));
  return { credo, view };
}

/** Mexico's counter asks; what comes of it is read by the key that asked. */
async function ask(wanted: Wanted = {}) {
  const counter = mexico.as('post');
  const { id, requestUrl } = await counter.createPresentation({
    body: { purpose: { kind: 'counter' }, ...wanted },
  });
  const outcome = (): Promise<Presentation> => counter.getPresentation({ params: { id } });
  return { requestUrl, outcome };
}

const clients = { did: 'decentralized_identifier', x509: 'x509_san_dns', x509_hash: 'x509_hash' } as const;

describe('Credo, holder', () => {
  it.each([
    ['x509', 'direct_post'],
    ['x509', 'direct_post.jwt'],
    ['x509_hash', 'direct_post.jwt'],
    ['did', 'direct_post'],
    ['did', 'direct_post.jwt'],
  ] as const)(
    'answers an authority that names itself by %s, by %s: RECOGNISED',
    async (clientId, responseMode) => {
      const { credo, view } = company;
      const { requestUrl, outcome } = await ask({ clientId, responseMode });
      const { answer, chosen, verifier } = await answerWithCredo(credo, requestUrl);
      expect(verifier.clientIdPrefix).toBe(clients[clientId]);
      expect({ chosen, answer }).toMatchObject({ chosen: ['certificate'], answer: { ok: true } });
      const { tin, legalName } = view.certificate;
      expect(await outcome()).toMatchObject({
        ...{ state: 'answered', refusals: [], disclosed: [] },
        verdict: { verdict: 'RECOGNISED', certificate: { tin, legalName } },
      });
    },
  );

  it('discloses what is asked for beyond the necessary, and nothing else', async () => {
    const { credo } = company;
    const { requestUrl, outcome } = await ask({ disclose: ['tradeName'] });
    await answerWithCredo(credo, requestUrl);
    expect(await outcome()).toMatchObject({ state: 'answered', disclosed: ['tradeName'] });
  });

  it('has its certificate judged as suspended once it is', async () => {
    const { credo, view } = await walletWithCertificate();
    await settled(peru, (await decide(peru, view, 'suspend')).id);
    const { requestUrl, outcome } = await ask({ clientId: 'x509' });
    await answerWithCredo(credo, requestUrl);
    expect(await outcome()).toMatchObject({ verdict: { verdict: 'SUSPENDED' } });
  });

  it('answers each request once', async () => {
    const { credo } = company;
    const { requestUrl } = await ask({ clientId: 'x509' });
    expect(await answerWithCredo(credo, requestUrl)).toMatchObject({ answer: { ok: true } });
    await expect(answerWithCredo(credo, requestUrl)).rejects.toThrow("failed with status code '404'");
  });

  it('takes a request by DID from no key that is not listed for authentication, which the standard does not ask', async () => {
    const strict = await wallet([], false);
    const { requestUrl } = await ask({ clientId: 'did' });
    await expect(answerWithCredo(strict, requestUrl)).rejects.toThrow('in purposes authentication');
  });

  it('does not answer an authority whose certificate it does not trust', async () => {
    const stranger = await wallet([otherRoot]);
    const { requestUrl, outcome } = await ask({ clientId: 'x509' });
    await expect(answerWithCredo(stranger, requestUrl)).rejects.toThrow('No trusted certificate was found');
    expect((await outcome()).state).toBe('fetched');
  });
});
