import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { presentAsThirdParty, receiveAsThirdParty } from '@eslabon/exchange/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askSample,
  createTestKey,
  decide,
  issueSample,
  offerSample,
  recognise,
  selfSigned,
  settled,
  startIssuing,
  startPresenting,
  startTestNetwork,
  type TestAgent,
  type TestNetwork,
} from '../testing/index.js';

let network: TestNetwork;
let peru: TestAgent;
let mexico: TestAgent;

beforeAll(async () => {
  network = await startTestNetwork({ countries: ['PE', 'MX'] });
  [peru, mexico] = [network.agent('PE'), network.agent('MX')];
  await recognise([peru.agent, mexico.agent]);
  await startIssuing(peru);
  const { certificate, key } = selfSigned('localhost');
  const x509 = {
    certificateFile: join(network.folder, 'mx.crt'),
    keyFile: join(network.folder, 'mx.key'),
  };
  writeFileSync(x509.certificateFile, certificate);
  writeFileSync(x509.keyFile, key);
  await startPresenting(mexico, { x509 }, 'localhost');
});

afterAll(() => network.stop());

async function receive() {
  const key = createTestKey();
  const view = await issueSample(peru, { tradeName: 'Norte' });
  const { offerUrl, txCode } = await offerSample(peru, view.id);
  const receipt = await receiveAsThirdParty({
    offerUrl,
    txCode,
    key,
    configuration: 'aeo-certificate-sd-jwt',
  });
  const [{ credential }] = receipt.response.credentials as [{ credential: string }];
  return { key, credential, view };
}

const resolveDid = async (did: string) => {
  const result = (await (await fetch(`${mexico.url}/1.0/identifiers/${did}`)).json()) as {
    didDocument: unknown;
  };
  return result.didDocument;
};

describe('the client of @openid4vc/openid4vp, against a running agent', () => {
  it.each([
    ['did', 'direct_post.jwt'],
    ['did', 'direct_post'],
    ['x509', 'direct_post.jwt'],
    ['x509', 'direct_post'],
  ])('presents to a verifier named by %s, by %s: RECOGNISED', async (clientId, responseMode) => {
    const { key, credential } = await receive();
    const purpose = { kind: 'consignment', reference: 'MSCU1234567' };
    const asked = { clientId, responseMode, purpose, disclose: ['tradeName'] };
    const { id, requestUrl } = await askSample(mexico, asked);
    const presented = await presentAsThirdParty({ requestUrl, credential, key, resolveDid });
    expect(presented).toEqual({
      clientId: new URL(requestUrl).searchParams.get('client_id'),
      ...{ purpose, status: 200, body: {} },
    });
    expect(await mexico.as('verifier').getPresentation({ params: { id } })).toMatchObject({
      state: 'answered',
      verdict: { verdict: 'RECOGNISED' },
      disclosed: ['tradeName'],
    });
  });

  it('suspended by its issuer, the same certificate is SUSPENDED', async () => {
    const { key, credential, view } = await receive();
    expect(await settled(peru, (await decide(peru, view, 'suspend')).id)).toMatchObject({
      state: 'confirmed',
    });
    const { id, requestUrl } = await askSample(mexico);
    expect((await presentAsThirdParty({ requestUrl, credential, key, resolveDid })).status).toBe(200);
    expect(await mexico.as('verifier').getPresentation({ params: { id } })).toMatchObject({
      state: 'answered',
      verdict: { verdict: 'SUSPENDED' },
    });
  });
});
